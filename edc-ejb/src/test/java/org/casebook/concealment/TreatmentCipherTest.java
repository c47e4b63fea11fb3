package org.casebook.concealment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TreatmentCipherTest {

    private static final UUID LIST = UUID.fromString("6f1c2d34-0000-4000-8000-000000000001");
    private static final SlotPlace PLACE = new SlotPlace("BMMSC", LIST, 7);

    private final SecureRandom random = new SecureRandom();
    private final TreatmentCipher cipher = new TreatmentCipher(key(), random);

    @Test
    void opens_what_it_sealed() {
        for (String arm : List.of("ARM.MSC", "ARM.DMSO", "Ärm", "A")) {
            assertThat(cipher.open(cipher.seal(arm, PLACE), PLACE)).isEqualTo(arm);
        }
    }

    @Test
    void length_and_text_tell_nothing_of_the_arm() {
        Set<String> sealed = new HashSet<>();
        for (int index = 0; index < 50; index++) {
            sealed.add(cipher.seal(index % 2 == 0 ? "ARM.MSC" : "ARM.SOMETHING_MUCH_LONGER", PLACE));
        }
        assertThat(sealed).hasSize(50).allMatch(text -> text.length() == 124);
    }

    @Test
    void does_not_open_at_another_place_in_another_study_or_list() {
        String sealed = cipher.seal("ARM.MSC", PLACE);
        for (SlotPlace other : List.of(
                new SlotPlace("BMMSC", LIST, 8),
                new SlotPlace("OTHER", LIST, 7),
                new SlotPlace("BMMSC", UUID.randomUUID(), 7))) {
            assertThatThrownBy(() -> cipher.open(sealed, other)).isInstanceOf(AllocationDamaged.class);
        }
    }

    @Test
    void does_not_open_when_one_bit_changed_or_with_another_key() {
        byte[] bytes = Base64.getDecoder().decode(cipher.seal("ARM.MSC", PLACE));
        bytes[20] ^= 1;
        String changed = Base64.getEncoder().encodeToString(bytes);
        assertThatThrownBy(() -> cipher.open(changed, PLACE))
                .isInstanceOf(AllocationDamaged.class)
                .hasMessageContaining("Slot 7");
        TreatmentCipher other = new TreatmentCipher(key(), random);
        assertThatThrownBy(() -> other.open(cipher.seal("A", PLACE), PLACE)).isInstanceOf(AllocationDamaged.class);
    }

    @Test
    void a_key_of_another_length_and_an_arm_too_long_are_refused() {
        assertThatThrownBy(() -> new TreatmentCipher(new byte[16], random)).hasMessageContaining("16 bytes");
        assertThatThrownBy(() -> cipher.seal("x".repeat(65), PLACE)).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] key() {
        byte[] key = new byte[TreatmentCipher.KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
