package org.casebook.randomization;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals treatments with AES-256-GCM. All sealed treatments have the same length whatever the arm is called, and each is
 * bound to its study, list and slot: moved elsewhere or changed, it does not open.
 */
final class TreatmentCipher {

    static final int KEY_BYTES = 32;
    private static final int PLAIN_BYTES = 64;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    TreatmentCipher(byte[] key, SecureRandom random) {
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "EDC_ALLOCATION_KEY holds " + key.length + " bytes; it must be " + KEY_BYTES + " bytes in base64.");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /**
     * @param place what the sealed treatment is bound to
     * @return base64 of initialisation vector and ciphertext
     */
    String seal(String arm, SlotPlace place) {
        byte[] plain = arm.getBytes(StandardCharsets.UTF_8);
        if (plain.length > PLAIN_BYTES) {
            throw new IllegalArgumentException("An arm's OID may hold " + PLAIN_BYTES + " bytes at most: " + arm);
        }
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, iv, Arrays.copyOf(plain, PLAIN_BYTES), place);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(IV_BYTES + sealed.length)
                        .put(iv)
                        .put(sealed)
                        .array());
    }

    /**
     * @return the arm's OID
     * @throws AllocationDamaged when the sealed text was changed, moved, or sealed with another key
     */
    String open(String sealed, SlotPlace place) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        byte[] iv = Arrays.copyOf(bytes, IV_BYTES);
        byte[] plain = run(Cipher.DECRYPT_MODE, iv, Arrays.copyOfRange(bytes, IV_BYTES, bytes.length), place);
        int end = 0;
        while (end < plain.length && plain[end] != 0) {
            end++;
        }
        return new String(plain, 0, end, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] iv, byte[] input, SlotPlace place) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(place.text().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException notItsPlace) {
            throw new AllocationDamaged(place, notItsPlace);
        }
    }
}
