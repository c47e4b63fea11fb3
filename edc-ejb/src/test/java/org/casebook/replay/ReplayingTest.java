package org.casebook.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebook.allotment.Levels;
import org.casebook.allotment.PermutedBlocks;
import org.casebook.allotment.SeededSource;
import org.casebook.audit.AuditLine;
import org.casebook.concealment.AllocationRecord;
import org.casebook.concealment.ListRecord;
import org.casebook.concealment.SlotPlace;
import org.casebook.concealment.TrailSeal;
import org.casebook.concealment.TreatmentCipher;
import org.casebook.definition.RandomizationDefinition;
import org.casebook.definition.RandomizationDefinition.ArmShare;
import org.casebook.definition.RandomizationDefinition.Factor;
import org.casebook.definition.RandomizationDefinition.Imbalance;
import org.casebook.definition.RandomizationDefinition.MinimisationPlan;
import org.casebook.kernel.Change;
import org.casebook.kernel.Language;
import org.casebook.kernel.Sentence;
import org.junit.jupiter.api.Test;

/** Allocations worked out again from a trail: a true one comes out the same, a forged one is told. */
class ReplayingTest {

    private static final String STUDY = "BMMSC";
    private static final UUID LIST = UUID.fromString("6f1c2d34-0000-4000-8000-000000000001");
    private static final String HASH = "ab".repeat(32);
    private static final List<ArmShare> RATIO = List.of(new ArmShare("A", 1), new ArmShare("B", 1));

    private final TreatmentCipher cipher = new TreatmentCipher(new byte[TreatmentCipher.KEY_BYTES], new SecureRandom());
    private final TrailSeal seal = new TrailSeal(cipher);
    private final RandomizationDefinition blocks =
            new RandomizationDefinition(true, List.of(), RATIO, List.of(2, 4), 12);
    private final String seed = SeededSource.draw(new SecureRandom());
    private final List<String> arms = new PermutedBlocks(blocks, SeededSource.of(seed)).draw(12);
    private final List<AuditLine> prepared = new ArrayList<>();
    private final List<AuditLine> sealed = new ArrayList<>();
    private final List<AuditLine> allocated = new ArrayList<>();
    private long id;

    @Test
    void a_drawn_list_gives_the_same_arms_again() {
        drawnList();
        for (int position = 1; position <= arms.size(); position++) {
            allocate("101-%03d".formatted(position), position, arms.get(position - 1), null);
        }
        for (int position = 1; position <= arms.size(); position++) {
            Replayed replayed = replay("101-%03d".formatted(position), arms.get(position - 1), blocks);
            assertThat(replayed.faults()).isEmpty();
            assertThat(replayed.same()).isTrue();
            assertThat(replayed.replayed()).isEqualTo(arms.get(position - 1));
        }
    }

    @Test
    void another_arm_than_the_seed_gives_is_told() {
        drawnList();
        String other = arms.get(0).equals("A") ? "B" : "A";
        allocate("101-001", 1, other, null);
        assertThat(replay("101-001", other, blocks).faults())
                .singleElement()
                .asString()
                .contains("another arm results");
    }

    @Test
    void a_list_that_says_another_arm_now_is_told() {
        drawnList();
        allocate("101-001", 1, arms.get(0), null);
        assertThat(replay("101-001", "C", blocks).faults())
                .singleElement()
                .asString()
                .contains("than the trail says");
    }

    @Test
    void a_slot_out_of_order_or_given_twice_is_told() {
        drawnList();
        allocate("101-001", 1, arms.get(0), null);
        allocate("101-003", 3, arms.get(2), null);
        assertThat(replay("101-003", arms.get(2), blocks).faults())
                .singleElement()
                .asString()
                .contains("number 3");
        allocate("101-004", 1, arms.get(0), null);
        assertThat(replay("101-001", arms.get(0), blocks).faults())
                .singleElement()
                .asString()
                .contains("more than once");
    }

    @Test
    void a_list_that_was_sealed_late_or_with_another_hash_is_told() {
        prepared.add(line("allocation-list-prepared", null, "list " + LIST + ", SHA-256 " + HASH + ", " + made()));
        allocate("101-001", 1, arms.get(0), null);
        assertThat(replay("101-001", arms.get(0), blocks).faults())
                .singleElement()
                .asString()
                .contains("was sealed");
        sealed.add(line("allocation-list-sealed", null, "list " + LIST + ", SHA-256 " + HASH));
        assertThat(replay("101-001", arms.get(0), blocks).faults()).hasSize(1);
        allocate("101-002", 2, arms.get(1), null);
        assertThat(replay("101-002", arms.get(1), blocks).faults()).isEmpty();
        sealed.clear();
        sealed.add(line("allocation-list-sealed", null, "list " + LIST + ", SHA-256 " + "cd".repeat(32)));
        allocate("101-003", 3, arms.get(2), null);
        assertThat(replay("101-003", arms.get(2), blocks).faults()).hasSize(1);
    }

    @Test
    void a_minimised_allocation_comes_again_from_those_before_it() {
        RandomizationDefinition plan = new RandomizationDefinition(
                false,
                List.of(),
                RATIO,
                List.of(),
                0,
                null,
                new MinimisationPlan(Imbalance.RANGE, BigDecimal.ONE, List.of(new Factor(null, BigDecimal.ONE))),
                null);
        String record = seal.seal(STUDY, new ListRecord(LIST, "MINIMISED", 1, 0, null, List.of()));
        prepared.add(line("allocation-list-prepared", null, "list " + LIST + ", SHA-256 " + HASH + ", " + record));
        sealed.add(line("allocation-list-sealed", null, "list " + LIST + ", SHA-256 " + HASH));
        allocate("101-001", 1, "B", "1");
        // with probability 1 the other arm must follow, whatever is drawn
        allocate("101-002", 2, "A", "0");
        allocate("101-003", 3, "A", "1");
        assertThat(replay("101-001", "B", plan)).satisfies(one -> {
            assertThat(one.same()).isTrue();
            assertThat(one.draw()).isEqualTo("1 / 2");
        });
        assertThat(replay("101-002", "A", plan)).satisfies(one -> {
            assertThat(one.same()).isTrue();
            assertThat(one.preferred()).containsExactly("A");
            assertThat(one.levels()).isEqualTo(Map.of("site", "101"));
        });
        assertThat(replay("101-003", "A", plan).faults())
                .singleElement()
                .asString()
                .contains("another arm results");
    }

    private void drawnList() {
        prepared.add(line("allocation-list-prepared", null, "list " + LIST + ", SHA-256 " + HASH + ", " + made()));
        sealed.add(line("allocation-list-sealed", null, "list " + LIST + ", SHA-256 " + HASH));
    }

    private String made() {
        return seal.seal(
                STUDY, new ListRecord(LIST, "DRAWN", 1, 12, cipher.seal(seed, SlotPlace.seed(STUDY, LIST)), List.of()));
    }

    private void allocate(String subject, int position, String arm, String draw) {
        AllocationRecord record = new AllocationRecord(
                LIST,
                position,
                "R-" + position,
                cipher.seal(arm, new SlotPlace(STUDY, LIST, position)),
                Levels.NONE.and("site", "101").text(),
                draw == null ? null : cipher.seal(draw, SlotPlace.draw(STUDY, LIST, position)),
                1);
        allocated.add(line("slot-allocated", subject, seal.seal(STUDY, subject, record)));
    }

    private Replayed replay(String subject, String stands, RandomizationDefinition plan) {
        TrailReading reading = new TrailReading(STUDY, allocated, seal);
        TrailLists lists = new TrailLists(STUDY, prepared, sealed, seal);
        return new Replaying(STUDY, reading, lists, seal, version -> plan)
                .replay(reading.of(subject).get(0), stands);
    }

    @Test
    void an_allocation_from_before_is_known_as_such_and_it_is_said_why_and_what_stands_instead() {
        AuditLine old = line("slot-allocated", "101-001", "R-4711");
        assertThat(new TrailReading(STUDY, List.of(old), seal).unreadable("101-001"))
                .isTrue();
        assertThat(Sentence.of("replay", "tooOld", "101-001").in(Language.ENGLISH))
                .contains("cannot be replayed", "sealed");
    }

    private AuditLine line(String action, String subject, String value) {
        AuditLine.Who who = new AuditLine.Who("x", "X", "x", "X", "person");
        return new AuditLine(
                ++id, Instant.EPOCH, STUDY, "101", subject, Change.Place.NONE, action, null, value, null, who);
    }
}
