package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.casebook.audit.AuditLine;
import org.casebook.capture.Entry;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.moving.MovingDesk;
import org.casebook.moving.NewMove;
import org.casebook.subject.Enrolment;
import org.junit.jupiter.api.Test;

/** A transfer while people save, begin forms, and transfer: what was acknowledged is at the new site, and nothing is between. */
class MovingRaceIT extends AtTheSite {
    private static final String STUDY = "MOVERACE";
    private static final Scope NORTH = Scope.of(STUDY, "101");
    private static final Scope SOUTH = Scope.of(STUDY, "102");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));
    private static final int ROUNDS = 8;

    /** Questions of the eligibility form that nothing hides. */
    private static final List<String> ITEMS =
            List.of("IEI2", "IEI3", "IEI4", "LBPDUR", "CONSDUR", "MBBPOS", "MBBDAT", "IEI8", "IEI9", "OPIOID");

    @Inject
    private MovingDesk moving;

    @Inject
    private Enrolment enrolment;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private UserTransaction transaction;

    @Test
    void a_transfer_among_saves_loses_none_that_was_acknowledged() throws Exception {
        trial.open(STUDY);
        for (int round = 0; round < ROUNDS; round++) {
            race();
        }
    }

    private void race() throws Exception {
        String subject = trial.participant(STUDY, "101");
        long form = capture.start(NORTH, subject, "SE_SCREEN", "IE");
        CyclicBarrier start = new CyclicBarrier(ITEMS.size() + 3);
        List<Callable<Boolean>> tries = new ArrayList<>();
        ITEMS.forEach(item -> tries.add(() -> tried(start, "101/coordinator", () -> save(form, item))));
        tries.add(() -> tried(start, "101/coordinator", () -> capture.start(NORTH, subject, "SE_SCREEN", "DM")));
        for (int two = 0; two < 2; two++) {
            tries.add(() -> tried(start, "all/data-manager", () -> move(subject)));
        }
        List<Boolean> done = AtOnce.answers(threads, tries);

        assertThat(done.subList(ITEMS.size() + 1, done.size())).containsExactlyInAnyOrder(true, false);
        trial.coordinator(STUDY, "102");
        // one look, by which nothing can be between
        transaction.begin();
        assertThat(enrolment.get(SOUTH, subject).site()).isEqualTo("102");
        for (int one = 0; one < ITEMS.size(); one++) {
            String item = ITEMS.get(one);
            String held = book.get(SOUTH, form).item(item).text();
            assertThat(held).as(item).isEqualTo(done.get(one) ? "of " + item : null);
            assertThat(capture.history(SOUTH, form, item))
                    .filteredOn(line -> line.action().equals("item-changed"))
                    .extracting(AuditLine::newValue)
                    .isEqualTo(done.get(one) ? List.of("of " + item) : List.of());
        }
        boolean begun = done.get(ITEMS.size());
        assertThat(book.ofSubject(SOUTH, subject)).hasSize(begun ? 2 : 1);
        assertThat(book.ofSubject(NORTH, subject)).isEmpty();
        assertThat(moving.of(SOUTH, subject)).hasSize(1);
        transaction.commit();
    }

    private void save(long form, String item) {
        capture.save(NORTH, form, new Entry(UUID.randomUUID().toString(), item, "of " + item, null, null, 0, null));
    }

    private void move(String subject) {
        moving.move(Scope.of(STUDY), subject, new NewMove("102", TODAY, "Moved."));
    }

    private boolean tried(CyclicBarrier start, String grant, Runnable act) throws Exception {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            trial.as(People.person("racer", "/studies/" + STUDY + "/" + grant));
            start.await();
            act.run();
            return true;
        } catch (NotFound | Invalid late) {
            return false;
        } finally {
            request.deactivate();
        }
    }
}
