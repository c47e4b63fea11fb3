package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebook.audit.AuditLine;
import org.casebook.audit.AuditTrail;
import org.casebook.audit.TrailFilter;
import org.casebook.codebreak.BrokenTreatment;
import org.casebook.codebreak.CodeBreakDesk;
import org.casebook.codebreak.CodeBreakView;
import org.casebook.codebreak.CodeBreakView.Notice;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;
import org.casebook.randomization.Allocation;
import org.casebook.randomization.AllocationDesk;
import org.casebook.randomization.Randomization;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;
import org.junit.jupiter.api.Test;

/** Breaking a code on the real database: one treatment for one person; everybody else learns that it happened, and no more. */
class CodeBreakIT extends InContainer {
    private static final String REASON = "Severe allergic reaction, antidote depends on what was given";

    @Inject
    private Trial trial;

    @Inject
    private Participants participants;

    @Inject
    private Randomization randomization;

    @Inject
    private AllocationDesk desk;

    @Inject
    private CodeBreakDesk codeBreaks;

    @Inject
    private CodeBreaker breaker;

    @Inject
    private Sealer sealer;

    @Inject
    private AuditTrail trail;

    @Inject
    private RequestClock clock;

    @Inject
    private UserTransaction transaction;

    @Test
    void whoever_broke_the_code_sees_that_treatment_and_nobody_else_does() throws Exception {
        Scope site = open("CBSHOW");
        String subject = randomized(site);
        investigator(site, "one");
        long id = breaker.broken(site, subject, REASON, true);
        BrokenTreatment shown = codeBreaks.treatment(site, id);
        sealer.pharmacist(site.study());
        Allocation allocation = desk.read(site, subject);
        assertThat(shown.treatment()).isEqualTo(allocation.treatment());
        assertThat(shown.number()).isEqualTo(allocation.number());

        investigator(site, "two");
        assertThatThrownBy(() -> codeBreaks.treatment(site, id)).isInstanceOf(NotFound.class);
        investigator(Scope.of(site.study(), "102"), "one");
        assertThatThrownBy(() -> codeBreaks.treatment(Scope.of(site.study(), "102"), id))
                .isInstanceOf(NotFound.class);
        for (String blinded : List.of(
                "101/coordinator",
                "all/monitor",
                "all/data-manager",
                "all/sponsor",
                "all/inspector",
                "all/pharmacist")) {
            trial.as(People.person("one", "/studies/" + site.study() + "/" + blinded));
            assertThatThrownBy(() -> codeBreaks.treatment(site, id)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> codeBreaks.request(site, subject, REASON, true))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void it_is_shown_for_a_quarter_of_an_hour() throws Exception {
        Scope site = open("CBTIME");
        String subject = randomized(site);
        investigator(site, "one");
        long id = breaker.broken(site, subject, REASON, false);
        Instant now = clock.instant();
        clock.fix(now.plus(Duration.ofMinutes(14)));
        assertThat(codeBreaks.treatment(site, id).subject()).isEqualTo(subject);
        clock.fix(now.plus(Duration.ofMinutes(16)));
        assertThatThrownBy(() -> codeBreaks.treatment(site, id))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("quarter of an hour");
    }

    @Test
    void without_reason_answer_or_randomisation_nothing_is_broken() throws Exception {
        Scope site = open("CBASK");
        String subject = randomized(site);
        String early = trial.participant(site.study(), "101");
        investigator(site, "one");
        assertThatThrownBy(() -> codeBreaks.request(site, subject, " ", true)).hasMessageContaining("Say why");
        assertThatThrownBy(() -> codeBreaks.request(site, subject, REASON, null))
                .hasMessageContaining("yes or no");
        assertThatThrownBy(() -> codeBreaks.request(site, early, REASON, true)).hasMessageContaining("not randomised");
        assertThat(codeBreaks.list(site)).isEmpty();
        trial.coordinator(site.study(), "101");
        assertThatThrownBy(() -> breaker.broken(site, subject, REASON, true)).isInstanceOf(NotAllowed.class);
        assertThat(codeBreaks.list(site)).isEmpty();
    }

    @Test
    void the_list_the_trail_and_the_letters_of_both_arms_are_alike() throws Exception {
        Scope site = open("CBALIKE");
        Scope study = Scope.of(site.study());
        dataManager(site.study());
        codeBreaks.changeRecipients(
                study, List.of("safety@sponsor.example", " safety@sponsor.example ", "", "pv@cro.example"));
        assertThat(codeBreaks.recipients(study)).containsExactly("safety@sponsor.example", "pv@cro.example");
        for (String wrong : List.of("nobody", "Safety <safety@sponsor.example>", "a@b c", "@sponsor.example")) {
            assertThatThrownBy(() -> codeBreaks.changeRecipients(study, List.of(wrong)))
                    .isInstanceOf(Invalid.class);
        }
        Map<String, String> byArm = ofEachArm(site);
        investigator(site, "one");
        for (String subject : byArm.values()) {
            codeBreaks.treatment(site, breaker.broken(site, subject, REASON, true));
        }
        for (String role :
                List.of("101/coordinator", "101/investigator", "all/monitor", "all/sponsor", "all/inspector")) {
            trial.as(People.person("reader", "/studies/" + study.study() + "/" + role));
            List<CodeBreakView> listed = codeBreaks.list(role.startsWith("101") ? site : study);
            assertThat(listed).hasSize(2);
            assertThat(listed.stream()
                            .map(view -> neutral(view.toString(), view))
                            .distinct())
                    .hasSize(1);
            assertThat(listed).noneMatch(view -> byArm.keySet().stream().anyMatch(view.toString()::contains));
        }
        trial.as(People.person("inspector", "/studies/" + study.study() + "/all/inspector"));
        List<AuditLine> lines = trail.lines(study, new TrailFilter(null, null, null, 0, 500));
        assertThat(lines.stream()
                        .filter(line -> line.action().equals("code-broken"))
                        .map(line -> line.newValue() + line.oldValue() + line.reason())
                        .distinct())
                .containsExactly("adverse event: yes; notices written: 2" + null + REASON);
        assertThat(lines)
                .filteredOn(line -> line.action().equals("code-break-read"))
                .hasSize(2);
        assertThat(lines)
                .filteredOn(line -> line.action().equals("code-break-notices-changed"))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.action().startsWith("code-b"))
                .noneMatch(line -> byArm.keySet().stream()
                        .anyMatch((line.newValue() + line.oldValue() + line.reason())::contains));
    }

    @Test
    void nobody_on_the_list_is_told_and_another_sites_breaks_are_not_seen() throws Exception {
        Scope site = open("CBNOBODY");
        String subject = randomized(site);
        investigator(site, "one");
        breaker.broken(site, subject, REASON, false);
        assertThat(codeBreaks.list(site)).singleElement().satisfies(view -> {
            assertThat(view.notice()).isEqualTo(Notice.NOBODY);
            assertThat(view.adverseEvent()).isFalse();
            assertThat(view.reason()).isEqualTo(REASON);
        });
        investigator(Scope.of(site.study(), "102"), "three");
        assertThat(codeBreaks.list(Scope.of(site.study(), "102"))).isEmpty();
        assertThatThrownBy(() -> codeBreaks.list(site)).isInstanceOf(NotAllowed.class);
        for (String role : List.of("all/pharmacist", "101/investigator", "all/sponsor")) {
            trial.as(People.person("reader", "/studies/" + site.study() + "/" + role));
            assertThatThrownBy(() -> codeBreaks.changeRecipients(site, List.of()))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    /** What is the participant's own taken out. */
    private static String neutral(String text, CodeBreakView view) {
        return text.replace(view.subject(), "S")
                .replace(view.number(), "N")
                .replace("id=" + view.id(), "I")
                .replace(view.at().toString(), "T")
                // the postman comes by meanwhile
                .replace("notice=" + view.notice(), "P");
    }

    private Scope open(String study) {
        trial.open(study);
        Scope site = Scope.of(study, "101");
        sealer.lists(site, 8);
        return site;
    }

    /** A participant of each arm, by the arm's name. */
    private Map<String, String> ofEachArm(Scope site) throws Exception {
        Map<String, String> byArm = new HashMap<>();
        while (byArm.size() < 2) {
            String subject = randomized(site);
            sealer.pharmacist(site.study());
            byArm.put(desk.read(site, subject).treatment(), subject);
        }
        return byArm;
    }

    private void investigator(Scope site, String who) {
        trial.as(People.person(who, "/studies/" + site.study() + "/" + site.site() + "/investigator"));
    }

    private void dataManager(String study) {
        trial.as(People.person("data-manager-" + study, "/studies/" + study + "/all/data-manager"));
    }

    /** The forms that open the gate have tests of their own. */
    private String randomized(Scope site) throws Exception {
        String subject = trial.participant(site.study(), site.site());
        transaction.begin();
        participants.consented(site, subject, LocalDate.parse("2026-01-15"));
        participants.judged(
                site, subject, List.of(new CriterionResult("CR_I5", "I5", Verdict.MET, "Pain for 6 months")));
        participants.eligibilitySigned(site, subject, "Test investigator", Instant.parse("2026-01-15T10:00:00Z"));
        transaction.commit();
        investigator(site, "randomizer");
        randomization.randomize(site, subject);
        return subject;
    }
}
