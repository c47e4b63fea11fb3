package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.casebook.allotment.ListFileIsFaulty;
import org.casebook.it.InContainer;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Scope;
import org.casebook.randomization.AllocationDesk;
import org.casebook.randomization.ListDesk;
import org.casebook.randomization.ListNotSealed;
import org.casebook.randomization.ListReview.Proof;
import org.casebook.randomization.NotReadyToRandomize;
import org.casebook.randomization.PreparedList;
import org.casebook.randomization.PreparedList.State;
import org.casebook.randomization.Randomization;
import org.casebook.randomization.Waiting;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.CriterionResult.Verdict;
import org.casebook.subject.Participants;
import org.junit.jupiter.api.Test;

/** Strata from items of forms, lists of two people, lists from elsewhere, minimisation. */
class StratifiedIT extends InContainer {
    private static final String SHARE = "<cb:ArmShare";
    private static final String STRATUM = "<cb:Stratum ItemGroupOID=\"DM\" ItemOID=\"SEX\"/>" + SHARE;

    @Inject
    private Trial trial;

    @Inject
    private Casework casework;

    @Inject
    private Participants participants;

    @Inject
    private Randomization randomization;

    @Inject
    private AllocationDesk desk;

    @Inject
    private ListDesk listDesk;

    @Inject
    private Sealer sealer;

    @Inject
    private UserTransaction transaction;

    @Test
    void each_stratum_has_a_list_of_its_own_and_its_code_must_be_there() throws Exception {
        Scope site = stratified("RNDSTRA");
        List<PreparedList> lists = sealer.lists(site, 4);
        assertThat(lists)
                .extracting(list -> list.codes().codes())
                .containsExactlyInAnyOrder(Map.of("DM/SEX", "F"), Map.of("DM/SEX", "M"), Map.of("DM/SEX", "U"));

        String subject = trial.participant(site.study(), "101");
        openGate(site, subject);
        investigator(site);
        assertThat(randomization.waitsFor(site, subject)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Waiting.Kind.STRATUM);
            assertThat(waiting.sentence()).contains("Sex").contains("Demographics");
        });
        assertThatThrownBy(() -> randomization.randomize(site, subject)).isInstanceOf(NotReadyToRandomize.class);

        sexOf(site, subject, "F");
        openGate(site, subject);
        investigator(site);
        randomization.randomize(site, subject);
        sealer.pharmacist(site.study());
        assertThat(listDesk.lists(site))
                .allSatisfy(list -> assertThat(list.used())
                        .isEqualTo(list.codes().codes().get("DM/SEX").equals("F") ? 1 : 0));
    }

    @Test
    void a_list_takes_two_people_and_the_right_hash() {
        Scope site = stratified("RNDTWO");
        Scope study = Scope.of(site.study());
        sealer.statistician(site.study());
        List<PreparedList> lists = listDesk.prepare(site, 10);
        PreparedList list = lists.get(0);
        assertThatThrownBy(() -> listDesk.requestSealing(study, Map.of(list.id(), list.sha256())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> listDesk.review(study, list.id())).isInstanceOf(NotAllowed.class);

        sealer.pharmacist(site.study());
        assertThatThrownBy(() -> listDesk.prepare(site, 10)).isInstanceOf(NotAllowed.class);
        assertThat(listDesk.review(study, list.id())).satisfies(review -> {
            assertThat(review.proof()).isEqualTo(Proof.REDRAWN);
            assertThat(review.arms().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(list.slots());
            assertThat(review.arms().values().stream().distinct()).hasSize(1);
        });
        for (String wrong : List.of("", list.sha256().substring(0, 7), "0123456789abcdef")) {
            assertThatThrownBy(() -> listDesk.requestSealing(study, Map.of(list.id(), wrong)))
                    .isInstanceOf(ListNotSealed.class);
        }
        sealer.seal(study, list);
        assertThatThrownBy(() -> sealer.seal(study, list)).isInstanceOf(ListNotSealed.class);

        sealer.statistician(site.study());
        assertThatThrownBy(() -> listDesk.withdraw(study, list.id())).isInstanceOf(ListNotSealed.class);
        listDesk.withdraw(study, lists.get(1).id());
        assertThat(listDesk.lists(study))
                .extracting(PreparedList::state)
                .containsExactlyInAnyOrder(State.SEALED, State.WITHDRAWN, State.PREPARED);
        PreparedList withdrawn = lists.get(1);
        assertThatThrownBy(() -> sealer.seal(study, withdrawn)).isInstanceOf(ListNotSealed.class);
    }

    @Test
    void somebody_who_prepared_a_list_cannot_seal_it_even_with_both_rights() {
        // in a copy the builder may do what each role may; two people it takes there too
        Scope site = stratified("RNDSELF");
        sealer.statistician(site.study());
        PreparedList list = listDesk.prepare(site, 4).get(0);
        trial.as(People.person("statistician-" + site.study(), "/studies/" + site.study() + "/all/pharmacist"));
        assertThatThrownBy(() -> listDesk.requestSealing(Scope.of(site.study()), Map.of(list.id(), list.sha256())))
                .isInstanceOf(ListNotSealed.class)
                .hasMessageContaining("yourself");
    }

    @Test
    void a_list_that_waits_gives_no_slot() throws Exception {
        Scope site = stratified("RNDWAIT");
        sealer.statistician(site.study());
        listDesk.prepare(site, 4);
        String subject = trial.participant(site.study(), "101");
        sexOf(site, subject, "M");
        openGate(site, subject);
        investigator(site);
        assertThatThrownBy(() -> randomization.randomize(site, subject)).hasMessageContaining("no free slot");
    }

    @Test
    void a_list_from_elsewhere_is_taken_in_its_order_or_refused_whole() throws Exception {
        Scope site = stratified("RNDFILE");
        Scope study = Scope.of(site.study());
        sealer.statistician(site.study());
        String faulty = "number,site,SEX,arm\nX-1,101,M,ARM_RNDFILE\nX-2,101,Z,ARM_DMSO\n";
        assertThatThrownBy(() -> listDesk.upload(study, bytes(faulty)))
                .isInstanceOf(ListFileIsFaulty.class)
                .hasMessageContaining("Row 3, column SEX");
        assertThat(listDesk.lists(study)).isEmpty();

        String good = "number,site,SEX,arm\nX-1,101,M,ARM_DMSO\nX-2,101,M,ARM_RNDFILE\nX-3,101,F,ARM_DMSO\n";
        List<PreparedList> taken = listDesk.upload(study, bytes(good));
        assertThat(taken).hasSize(2);
        assertThatThrownBy(() -> listDesk.upload(study, bytes(good))).hasMessageContaining("one of the study already");
        sealer.seal(study, taken.toArray(PreparedList[]::new));

        for (String number : List.of("X-1", "X-2")) {
            String subject = trial.participant(site.study(), "101");
            sexOf(site, subject, "M");
            openGate(site, subject);
            investigator(site);
            assertThat(randomization.randomize(site, subject).randomization().number())
                    .isEqualTo(number);
            sealer.pharmacist(site.study());
            assertThat(desk.read(site, subject).arm()).isEqualTo(number.equals("X-1") ? "ARM_DMSO" : "ARM_RNDFILE");
        }
    }

    private Scope stratified(String study) {
        trial.open(study, file -> file.replaceFirst(SHARE, STRATUM));
        return Scope.of(study, "101");
    }

    private void sexOf(Scope site, String subject, String sex) {
        trial.coordinator(site.study(), site.site());
        long form = casework.start(site, subject, "SE_SCREEN", "DM");
        casework.type(site, form, "SEX", sex);
    }

    private void investigator(Scope site) {
        trial.as(People.person(
                "investigator-" + site.site(), "/studies/" + site.study() + "/" + site.site() + "/investigator"));
    }

    /** The forms that open the gate have tests of their own. */
    private void openGate(Scope site, String subject) throws Exception {
        transaction.begin();
        participants.consented(site, subject, LocalDate.parse("2026-01-15"));
        participants.judged(
                site, subject, List.of(new CriterionResult("CR_I5", "I5", Verdict.MET, "Pain for 6 months")));
        participants.eligibilitySigned(site, subject, "Test investigator", Instant.parse("2026-01-15T10:00:00Z"));
        transaction.commit();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
