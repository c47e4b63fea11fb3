package org.casebook.it.container;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.casebook.capture.CaseBook;
import org.casebook.capture.DataCapture;
import org.casebook.capture.Entry;
import org.casebook.capture.FormState;
import org.casebook.capture.ItemWasChanged;
import org.casebook.capture.Saved;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Scope;

/**
 * One form at which many races take place, one after the other. In each, 2 to 32 people who saw the same save at the same
 * moment, some of what they saw being older still; some who come late look and store again. Small groups are likelier, as at
 * sites: the chance falls with the cube of the size. The first race has all 32.
 */
final class RaceTrack {
    private static final int FEWEST = 2;
    private static final int MOST = 32;
    private static final int ITEMS = 12;
    private static final double STALE = 0.1;
    private static final double AGAIN = 0.3;
    private static final Scope SITE = Races.SITE;

    private final DataCapture capture;
    private final long form;
    private final int races;
    private final Random random;
    private final Map<String, Long> seen = new TreeMap<>();
    private final Queue<Stored> stored = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    /** An acknowledged save: on which revision it was based, and which it made. */
    private record Stored(String item, String text, long base, long revision) {}

    /** Somebody's part in a race. */
    private record Part(String person, String item, long base, boolean again) {}

    RaceTrack(DataCapture capture, long form, int races, long seed) {
        this.capture = capture;
        this.form = form;
        this.races = races;
        this.random = new Random(seed);
    }

    int races() {
        return races;
    }

    int acknowledged() {
        return stored.size();
    }

    int refused() {
        return refused.get();
    }

    void run(ThreadFactory threads) {
        ExecutorService people = Executors.newFixedThreadPool(MOST, threads);
        try {
            race(people, MOST);
            for (int race = 1; race < races; race++) {
                race(people, crowd());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            people.shutdownNow();
        }
    }

    private void race(ExecutorService people, int crowd) throws InterruptedException, ExecutionException {
        int contested = 1 + random.nextInt(Math.min(crowd, ITEMS));
        CyclicBarrier start = new CyclicBarrier(crowd);
        List<Future<?>> running = new ArrayList<>();
        for (int person = 0; person < crowd; person++) {
            String item = "Q" + (1 + random.nextInt(contested));
            long newest = seen.getOrDefault(item, 0L);
            long base = newest > 0 && random.nextDouble() < STALE ? newest - 1 : newest;
            Part part = new Part("racer-" + person, item, base, random.nextDouble() < AGAIN);
            running.add(people.submit(() -> take(part, start)));
        }
        for (Future<?> one : running) {
            one.get();
        }
        stored.forEach(one -> seen.merge(one.item(), one.revision(), Math::max));
    }

    /** 2 to 32 with a chance of 1/size³. */
    private int crowd() {
        double all = 0;
        for (int size = FEWEST; size <= MOST; size++) {
            all += chance(size);
        }
        double drawn = random.nextDouble() * all - chance(FEWEST);
        int size = FEWEST;
        while (size < MOST && drawn > 0) {
            size++;
            drawn -= chance(size);
        }
        return size;
    }

    private static double chance(int size) {
        return 1.0 / ((double) size * size * size);
    }

    private Void take(Part part, CyclicBarrier start) throws Exception {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            CDI.current()
                    .select(CurrentActor.class)
                    .get()
                    .enter(
                            People.person(part.person(), "/studies/" + Races.STUDY + "/101/coordinator"),
                            UUID.randomUUID().toString());
            start.await();
            long newer = save(part.item(), part.base());
            if (newer >= 0 && part.again()) {
                save(part.item(), newer);
            }
        } finally {
            request.deactivate();
        }
        return null;
    }

    /** Saves; -1 when it was acknowledged, else the revision that the refusal told. */
    private long save(String item, long base) {
        String text = UUID.randomUUID().toString();
        try {
            Saved saved = capture.save(SITE, form, new Entry(text, item, text, null, null, base, null));
            stored.add(new Stored(item, text, base, saved.item().revision()));
            return -1;
        } catch (ItemWasChanged late) {
            refused.incrementAndGet();
            return late.current().revision();
        }
    }

    /** What was lost or stored unseen; empty when all is well. */
    List<String> judge(CaseBook book, DataCapture reader) {
        List<String> wrong = new ArrayList<>();
        FormState state = book.get(SITE, form);
        for (int number = 1; number <= ITEMS; number++) {
            String item = "Q" + number;
            List<Stored> mine = stored.stream()
                    .filter(one -> one.item().equals(item))
                    .sorted(Comparator.comparing(Stored::revision))
                    .toList();
            List<String> texts = mine.stream().map(Stored::text).toList();
            List<String> told = reader.history(SITE, form, item).stream()
                    .filter(line -> line.action().equals("item-changed"))
                    .map(line -> line.newValue())
                    .toList();
            if (!told.equals(texts)) {
                wrong.add("form " + form + ", " + item + ": acknowledged " + texts + ", in the trail " + told);
            }
            for (int i = 0; i < mine.size(); i++) {
                if (mine.get(i).base() != i || mine.get(i).revision() != i + 1) {
                    wrong.add("form " + form + ", " + item + ": stored without the one before being seen: "
                            + mine.get(i));
                }
            }
            String last = texts.isEmpty() ? null : texts.get(texts.size() - 1);
            if (!java.util.Objects.equals(last, state.item(item).text())) {
                wrong.add("form " + form + ", " + item + ": stands "
                        + state.item(item).text() + ", last was " + last);
            }
        }
        if (state.revision() != 1 + stored.size()) {
            wrong.add("form " + form + ": revision " + state.revision() + " after " + stored.size() + " changes");
        }
        return wrong;
    }
}
