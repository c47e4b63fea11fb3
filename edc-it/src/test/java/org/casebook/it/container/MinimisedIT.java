package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Scope;
import org.casebook.randomization.BalanceDesk;
import org.casebook.randomization.BalanceDesk.Balance;
import org.casebook.randomization.BalanceDesk.StratumCount;
import org.casebook.randomization.ListDesk;
import org.casebook.randomization.Randomization;
import org.casebook.replay.ReplayDesk;
import org.casebook.replay.Replayed;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;
import org.junit.jupiter.api.Test;

/** Minimisation on the real database: it balances, and each allocation comes again; what the blinded are told of it. */
class MinimisedIT extends InContainer {
    private static final int PARTICIPANTS = 16;

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private Participants participants;

    @Inject
    private Randomization randomization;

    @Inject
    private ListDesk listDesk;

    @Inject
    private BalanceDesk balanceDesk;

    @Inject
    private ReplayDesk replayDesk;

    @Inject
    private Sealer sealer;

    @Inject
    private UserTransaction transaction;

    @Test
    void every_allocation_comes_again_and_the_arms_are_balanced() throws Exception {
        Scope study = minimising("RNDMINI");
        sealer.lists(study, 1);
        sealer.statistician(study.study());
        assertThatThrownBy(() -> listDesk.prepare(study, 1)).isInstanceOf(Invalid.class);
        List<String> subjects = new ArrayList<>();
        for (int one = 0; one < PARTICIPANTS; one++) {
            subjects.add(randomized(Scope.of(study.study(), one % 2 == 0 ? "101" : "102"), one % 4 < 2 ? "F" : "M"));
        }

        sealer.statistician(study.study());
        for (String subject : subjects) {
            Replayed replayed = replayDesk.replay(study, subject);
            assertThat(replayed.same()).as(replayed.toString()).isTrue();
            assertThat(replayed.levels()).containsKeys("site", "DM/SEX");
            assertThat(replayed.preferred()).isNotEmpty();
        }
        Balance balance = balanceDesk.balance(study);
        assertThat(balance.arms().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(PARTICIPANTS);
        // with probability 1 a preferred arm is always taken: each margin stays within two of even
        assertThat(Double.parseDouble(balance.imbalances().marginal().largest()))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void the_blinded_are_told_counts_by_site_and_stratum_and_nothing_of_arms() throws Exception {
        Scope study = minimising("RNDBLIND");
        sealer.lists(study, 1);
        String subject = randomized(Scope.of(study.study(), "101"), "F");
        randomized(Scope.of(study.study(), "102"), "M");
        for (String blinded : List.of("sponsor", "monitor", "data-manager", "inspector")) {
            trial.as(People.person("blinded", "/studies/" + study.study() + "/all/" + blinded));
            assertThat(balanceDesk.counts(study))
                    .containsExactly(
                            new StratumCount("101", Map.of("DM/SEX", "F"), 1),
                            new StratumCount("102", Map.of("DM/SEX", "M"), 1));
            assertThatThrownBy(() -> balanceDesk.balance(study)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> replayDesk.replay(study, subject)).isInstanceOf(NotAllowed.class);
        }
        trial.coordinator(study.study(), "101");
        assertThat(balanceDesk.counts(Scope.of(study.study(), "101")))
                .extracting(StratumCount::site)
                .containsExactly("101");
        assertThatThrownBy(() -> balanceDesk.counts(study)).isInstanceOf(NotAllowed.class);
        sealer.pharmacist(study.study());
        assertThatThrownBy(() -> balanceDesk.balance(study)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void an_allocation_from_a_list_comes_again_from_the_lists_seed() throws Exception {
        trial.open("RNDSEED");
        Scope site = Scope.of("RNDSEED", "101");
        sealer.lists(site, 6);
        String subject = randomized(site, "F");
        sealer.statistician("RNDSEED");
        assertThat(replayDesk.replay(site, subject)).satisfies(replayed -> {
            assertThat(replayed.same()).isTrue();
            assertThat(replayed.replayed()).isEqualTo(replayed.recorded()).startsWith("ARM_");
        });
    }

    private Scope minimising(String study) {
        trial.open(
                study,
                file -> file.replaceAll("(?s)\\s*<cb:BlockSize>.*</cb:BlockSize>", "")
                        .replace("BySite=\"Yes\" SlotsPerStratum=\"48\"", "BySite=\"No\"")
                        .replace(
                                "</cb:Randomization>",
                                "<cb:Minimisation Imbalance=\"Range\" Probability=\"1\"><cb:Factor Site=\"Yes\" Weight=\"1\"/>"
                                        + "<cb:Factor ItemGroupOID=\"DM\" ItemOID=\"SEX\" Weight=\"2\"/></cb:Minimisation></cb:Randomization>"));
        return Scope.of(study);
    }

    /** The forms that open the gate have tests of their own. */
    private String randomized(Scope site, String sex) throws Exception {
        String subject = trial.participant(site.study(), site.site());
        casework.type(site, casework.start(site, subject, "SE_SCREEN", "DM"), "SEX", sex);
        transaction.begin();
        participants.consented(site, subject, LocalDate.parse("2026-01-15"));
        participants.judged(
                site, subject, List.of(new CriterionResult("CR_I5", "I5", Verdict.MET, "Pain for 6 months")));
        participants.eligibilitySigned(site, subject, "Test investigator", Instant.parse("2026-01-15T10:00:00Z"));
        transaction.commit();
        trial.as(People.person(
                "investigator-" + site.site(), "/studies/" + site.study() + "/" + site.site() + "/investigator"));
        randomization.randomize(site, subject);
        return subject;
    }
}
