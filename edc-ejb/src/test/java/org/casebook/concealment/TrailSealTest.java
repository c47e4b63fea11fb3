package org.casebook.concealment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the trail keeps opens whole, for its own participant alone, and tells nothing by its length. */
class TrailSealTest {

    private static final UUID LIST = UUID.fromString("6f1c2d34-0000-4000-8000-000000000001");

    private final TreatmentCipher cipher = new TreatmentCipher(new byte[TreatmentCipher.KEY_BYTES], new SecureRandom());
    private final TrailSeal seal = new TrailSeal(cipher);

    @Test
    void an_allocation_opens_as_it_was_sealed() {
        AllocationRecord record = allocation(7, "ARM_BMMSC", "DM%2FSEX=F");
        String sealed = seal.seal("BMMSC", "101-001", record);
        assertThat(sealed).startsWith(TrailSeal.MARK);
        AllocationRecord opened = seal.allocation("BMMSC", "101-001", sealed);
        assertThat(opened).isEqualTo(record);
        assertThat(seal.arm("BMMSC", opened)).isEqualTo("ARM_BMMSC");
        assertThat(seal.draw("BMMSC", opened)).isEqualTo("41");
    }

    @Test
    void its_length_and_text_tell_neither_arm_nor_position() {
        Set<String> sealed = new HashSet<>();
        for (int position = 1; position <= 200; position++) {
            String arm = position % 2 == 0 ? "A" : "ARM_OF_A_LONGER_NAME";
            sealed.add(seal.seal("BMMSC", "101-001", allocation(position, arm, "")));
        }
        assertThat(sealed).hasSize(200);
        assertThat(sealed.stream().map(String::length).distinct()).hasSize(1);
    }

    @Test
    void it_opens_for_no_other_participant_study_or_key() {
        String sealed = seal.seal("BMMSC", "101-001", allocation(7, "A", ""));
        assertThatThrownBy(() -> seal.allocation("BMMSC", "101-002", sealed)).isInstanceOf(AllocationDamaged.class);
        assertThatThrownBy(() -> seal.allocation("OTHER", "101-001", sealed)).isInstanceOf(AllocationDamaged.class);
        assertThatThrownBy(() -> seal.allocation("BMMSC", "101-001", TrailSeal.MARK + "no hex!"))
                .isInstanceOf(AllocationDamaged.class);
        byte[] otherKey = new byte[TreatmentCipher.KEY_BYTES];
        otherKey[0] = 1;
        TrailSeal other = new TrailSeal(new TreatmentCipher(otherKey, new SecureRandom()));
        assertThatThrownBy(() -> other.allocation("BMMSC", "101-001", sealed)).isInstanceOf(AllocationDamaged.class);
    }

    @Test
    void lists_of_usual_length_look_alike_and_long_ones_fit() {
        ListRecord drawn = new ListRecord(LIST, "DRAWN", 4, 24, "seed", List.of());
        ListRecord brought = new ListRecord(LIST, "UPLOADED", 4, 200, null, Collections.nCopies(200, "ARM_BMMSC"));
        ListRecord huge = new ListRecord(LIST, "UPLOADED", 4, 20_000, null, Collections.nCopies(20_000, "ARM_BMMSC"));
        assertThat(seal.seal("BMMSC", drawn)).hasSameSizeAs(seal.seal("BMMSC", brought));
        for (ListRecord list : List.of(drawn, brought, huge)) {
            assertThat(seal.list("BMMSC", LIST, seal.seal("BMMSC", list))).isEqualTo(list);
        }
        String sealed = seal.seal("BMMSC", drawn);
        assertThatThrownBy(() -> seal.list("BMMSC", UUID.randomUUID(), sealed)).isInstanceOf(AllocationDamaged.class);
    }

    private AllocationRecord allocation(int position, String arm, String levels) {
        return new AllocationRecord(
                LIST,
                position,
                "R-1234",
                cipher.seal(arm, new SlotPlace("BMMSC", LIST, position)),
                levels,
                cipher.seal("41", SlotPlace.draw("BMMSC", LIST, position)),
                4);
    }
}
