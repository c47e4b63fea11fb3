package org.casebook.it.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.kernel.Scope;

/**
 * {@code /it/races?count=10000&seed=1}: so many races of 2 to 32 people at one form, two forms at a time. Answers in one line
 * the races, the saves tried, those acknowledged, those refused, and how many acknowledged ones were lost; further lines name
 * what is wrong.
 */
@WebServlet("/races")
public class Races extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String STUDY = "RACES";
    static final Scope SITE = Scope.of(STUDY, "101");

    /** Two forms at a time, as many as the machine of the tests has cores; each new form takes so many races. */
    private static final int LANES = 2;

    private static final int ON_ONE_FORM = 250;

    @Inject
    private transient Trial trial;

    @Inject
    private transient DataCapture capture;

    @Inject
    private transient CaseBook book;

    @Resource
    private transient ManagedThreadFactory threads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int count = Integer.parseInt(request.getParameter("count"));
        long seed = Long.parseLong(request.getParameter("seed"));
        trial.open(STUDY, "studies/races.xml");
        List<RaceTrack> tracks = new ArrayList<>();
        for (int done = 0; done < count; done += ON_ONE_FORM) {
            String subject = trial.participant(STUDY, "101");
            long form = capture.start(SITE, subject, "SE", "F");
            tracks.add(new RaceTrack(capture, form, Math.min(ON_ONE_FORM, count - done), seed + done));
        }
        run(tracks);
        trial.coordinator(STUDY, "101");
        List<String> wrong = new ArrayList<>();
        tracks.forEach(track -> wrong.addAll(track.judge(book, capture)));
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(sum(tracks) + " " + wrong.size());
        wrong.forEach(line -> {
            try {
                response.getWriter().println(line);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void run(List<RaceTrack> tracks) {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES, threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            tracks.forEach(track -> running.add(lanes.submit(() -> track.run(threads))));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            lanes.shutdownNow();
        }
    }

    private static String sum(List<RaceTrack> tracks) {
        int races = 0;
        int acknowledged = 0;
        int refused = 0;
        for (RaceTrack track : tracks) {
            races += track.races();
            acknowledged += track.acknowledged();
            refused += track.refused();
        }
        return races + " " + (acknowledged + refused) + " " + acknowledged + " " + refused;
    }
}
