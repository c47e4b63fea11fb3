package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.capture.Entry;
import org.casebook.duplicate.DuplicateDesk;
import org.casebook.duplicate.DuplicateState;
import org.casebook.duplicate.DuplicateView;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.moving.MovingDesk;
import org.casebook.moving.NewMove;
import org.casebook.standing.Decision;
import org.casebook.standing.ScreeningLog;
import org.casebook.standing.Standing;
import org.casebook.subject.SubjectStatus;
import org.casebook.subject.WithdrawalScope;
import org.junit.jupiter.api.Test;

/** Participants that look like one person: noticed on every path and by races, decided by people, told to nobody who may not know. */
class DuplicateIT extends AtTheSite {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    private static final int ROUNDS = 5;

    @Inject
    private DuplicateDesk duplicates;

    @Inject
    private ScreeningLog log;

    @Inject
    private Standing standing;

    @Inject
    private MovingDesk moving;

    @Inject
    private AuditTrail trail;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedThreadFactory threads;

    @Test
    void two_at_one_site_are_noticed_decided_with_a_reason_and_tell_apart_when_mended() {
        String study = opened("DUPONE");
        Scope site = Scope.of(study, "101");
        String first = person(site, "1961-03-04", "M");
        String second = trial.participant(study, "101");
        long form = work.start(site, second, "SE_SCREEN", "DM");
        work.type(site, form, "BRTHDAT", "1961-03-04");
        assertThat(duplicates.of(site, second)).as("sex is missing").isEmpty();
        work.type(site, form, "SEX", "M");
        DuplicateView seen = only(site, second);
        assertThat(seen.other().subject()).isEqualTo(first);
        assertThat(seen.decidable()).isTrue();
        assertThat(only(site, first).other().subject()).isEqualTo(second);

        work.type(site, form, "BRTHDAT", "1961-03-05");
        assertThat(duplicates.of(site, second)).isEmpty();
        work.type(site, form, "BRTHDAT", "1961-03-04");
        assertThat(only(site, second).id()).as("one row for a pair").isEqualTo(seen.id());
        desk.voidForm(site, form, "Entered for the wrong person.");
        assertThat(duplicates.of(site, second)).isEmpty();
        desk.reopen(site, form, "It was right.");

        assertThatThrownBy(() -> duplicates.decide(site, seen.id(), false, " "))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("reason");
        DuplicateView decided = duplicates.decide(site, seen.id(), false, "Twins; both passports were seen.");
        assertThat(decided.state()).isEqualTo(DuplicateState.DIFFERENT);
        assertThat(decided.decision().reason()).isEqualTo("Twins; both passports were seen.");
        work.type(site, form, "SEX", "F");
        work.type(site, form, "SEX", "M");
        assertThat(only(site, second).state()).as("decided stays decided").isEqualTo(DuplicateState.DIFFERENT);
        assertThatThrownBy(() -> duplicates.decide(site, seen.id(), false, "Again."))
                .hasMessageContaining("already");
        assertThat(actions(site, second))
                .containsSubsequence("duplicate-decided", "duplicate-noticed", "duplicate-taken-back");
        assertThat(lines(site))
                .as("numbers stand in no entry of a site")
                .noneMatch(line -> String.valueOf(line.newValue()).contains(first + ","));
    }

    @Test
    void a_site_learns_that_there_is_one_elsewhere_and_nothing_else() {
        String study = opened("DUPTWO");
        Scope north = Scope.of(study, "101");
        Scope south = Scope.of(study, "102");
        String there = person(south, "1958-12", "F");
        String here = person(north, "1958-12", "F");
        DuplicateView told = only(north, here);
        assertThat(told.elsewhere()).isTrue();
        assertThat(told.other()).isNull();
        assertThat(told.decidable()).isFalse();
        assertThatThrownBy(() -> duplicates.decide(north, told.id(), false, "I think so."))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("data manager");
        assertThat(lines(north)).noneMatch(line -> line.action().startsWith("duplicate"));
        assertThatThrownBy(() -> duplicates.list(south, null)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> duplicates.of(north, there)).isInstanceOf(NotFound.class);
        trial.coordinator(study, "102");
        assertThat(only(south, there).elsewhere()).isTrue();
        assertThat(duplicates.list(south, DuplicateState.SUSPECTED))
                .extracting(one -> one.person().subject())
                .containsExactly(there);

        trial.as(People.person("manager", "/studies/" + study + "/all/data-manager"));
        Scope whole = Scope.of(study);
        DuplicateView both = duplicates.list(whole, DuplicateState.SUSPECTED).get(0);
        assertThat(List.of(both.person().subject(), both.other().subject())).containsExactlyInAnyOrder(here, there);
        duplicates.decide(whole, both.id(), true, here + " and " + there + " gave the same passport number.");
        assertThat(trail.lines(whole, new TrailFilter(null, null, null, 0, 100)))
                .filteredOn(line -> line.action().equals("duplicate-decided"))
                .hasSize(1)
                .allMatch(line ->
                        line.newValue().contains(here) && line.newValue().contains(there));
        trial.as(People.person("monitor", "/studies/" + study + "/all/monitor"));
        assertThatThrownBy(() -> duplicates.decide(whole, both.id(), false, "No."))
                .isInstanceOf(NotAllowed.class);
        trial.coordinator(study, "101");
        DuplicateView after = only(north, here);
        assertThat(after.state()).isEqualTo(DuplicateState.SAME);
        assertThat(after.decision().by()).isNull();
        assertThat(after.decision().reason()).as("it names the other").isNull();
        assertThat(lines(north)).noneMatch(line -> line.action().startsWith("duplicate"));

        trial.as(People.person("manager", "/studies/" + study + "/all/data-manager"));
        moving.move(whole, there, new NewMove("101", LocalDate.now(ZoneId.of("Europe/Stockholm")), "Moved house."));
        trial.coordinator(study, "101");
        assertThat(only(north, here).other()).as("both are here now").isEqualTo(new DuplicateView.Person("101", there));
    }

    @Test
    void who_is_screened_again_is_linked_and_no_duplicate() {
        String study = opened("DUPAGAIN");
        Scope site = Scope.of(study, "101");
        String first = person(site, "1970-01-01", "M");
        fail(site, first);
        String second = log.rescreen(site, first).key();
        fill(site, second, "1970-01-01", "M");
        assertThat(duplicates.list(site, null)).isEmpty();
        fail(site, second);

        // added as if new, though the same person: decided, and linked by that
        String third = person(site, "1970-01-01", "M");
        assertThat(duplicates.of(site, third)).hasSize(2);
        DuplicateView same = duplicates.of(site, third).stream()
                .filter(one -> one.other().subject().equals(second))
                .findFirst()
                .orElseThrow();
        duplicates.decide(site, same.id(), true, "She told us.");
        assertThat(log.list(site))
                .filteredOn(line -> line.subject().equals(third))
                .allMatch(line -> second.equals(line.earlier()));
        assertThat(duplicates.of(site, third)).as("linked, not doubled").isEmpty();
    }

    @Test
    void files_are_compared_too_and_whoever_withdrew_from_the_use_of_data_is_not() throws Exception {
        String study = opened("DUPFILE");
        Scope site = Scope.of(study, "101");
        String first = person(site, "1949-07-07", "F");
        String second = trial.participant(study, "101");
        long form = work.start(site, second, "SE_SCREEN", "DM");
        transaction.begin();
        book.take(site, form, List.of(entry("BRTHDAT", "1949-07-07"), entry("SEX", "F")));
        transaction.commit();
        assertThat(only(site, second).other().subject()).isEqualTo(first);

        standing.change(
                site, first, new Decision(SubjectStatus.WITHDRAWN, TODAY, "Wants it.", WithdrawalScope.DATA, null));
        assertThat(duplicates.of(site, second)).isEmpty();
        String third = person(site, "1949-07-07", "F");
        assertThat(duplicates.of(site, third))
                .extracting(one -> one.other().subject())
                .containsExactly(second);
        standing.takeBack(site, first, "She changed her mind.");
        assertThat(duplicates.of(site, first)).hasSize(2);
    }

    @Test
    void of_two_entered_at_once_one_sees_the_other() throws Exception {
        String study = opened("DUPRACE");
        for (int round = 0; round < ROUNDS; round++) {
            String born = LocalDate.of(1950 + round, 2, 3).toString();
            Map<String, Long> forms = Map.of("101", begun(study, "101", born), "102", begun(study, "102", born));
            CyclicBarrier start = new CyclicBarrier(2);
            List<Callable<Void>> tries = new ArrayList<>();
            forms.forEach((site, form) -> tries.add(() -> finish(start, Scope.of(study, site), form)));
            AtOnce.answers(threads, tries);
            trial.as(People.person("manager", "/studies/" + study + "/all/data-manager"));
            assertThat(duplicates.list(Scope.of(study), DuplicateState.SUSPECTED))
                    .hasSize(round + 1);
        }
    }

    private long begun(String study, String site, String born) {
        String subject = trial.participant(study, site);
        long form = work.start(Scope.of(study, site), subject, "SE_SCREEN", "DM");
        // by the boundary: between races nothing but one finds its way to the database
        capture.save(Scope.of(study, site), form, entry("BRTHDAT", born));
        return form;
    }

    private Void finish(CyclicBarrier start, Scope place, long form) throws Exception {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            trial.coordinator(place.study(), place.site());
            start.await();
            capture.save(place, form, entry("SEX", "F"));
            return null;
        } finally {
            request.deactivate();
        }
    }

    private String opened(String study) {
        trial.open(study);
        return study;
    }

    private String person(Scope site, String born, String sex) {
        String subject = trial.participant(site.study(), site.site());
        fill(site, subject, born, sex);
        return subject;
    }

    private void fill(Scope site, String subject, String born, String sex) {
        long form = work.start(site, subject, "SE_SCREEN", "DM");
        work.type(site, form, "BRTHDAT", born);
        work.type(site, form, "SEX", sex);
    }

    private void fail(Scope site, String subject) {
        standing.change(
                site, subject, new Decision(SubjectStatus.SCREEN_FAILED, TODAY, "Opioids.", null, List.of("E1")));
    }

    private static Entry entry(String item, String text) {
        return new Entry(UUID.randomUUID().toString(), item, text, null, null, 0, null);
    }

    private DuplicateView only(Scope site, String subject) {
        List<DuplicateView> all = duplicates.of(site, subject);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<AuditLine> lines(Scope site) {
        return trail.lines(site, new TrailFilter(null, null, null, 0, 200));
    }

    private List<String> actions(Scope site, String subject) {
        return trail.lines(site, new TrailFilter(subject, null, null, 0, 200)).stream()
                .map(AuditLine::action)
                .filter(action -> action.startsWith("duplicate"))
                .toList();
    }
}
