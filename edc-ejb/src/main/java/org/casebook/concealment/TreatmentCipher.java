package org.casebook.concealment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals treatments with AES-256-GCM. All sealed treatments have the same length whatever the arm is called, and each is
 * bound to its study, list and slot: moved elsewhere or changed, it does not open.
 */
public final class TreatmentCipher {

    /** Length of the key. */
    public static final int KEY_BYTES = 32;

    private static final int PLAIN_BYTES = 64;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /**
     * @param key 32 bytes
     * @param random an unpredictable source
     */
    public TreatmentCipher(byte[] key, SecureRandom random) {
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
    public String seal(String arm, SlotPlace place) {
        byte[] plain = arm.getBytes(StandardCharsets.UTF_8);
        if (plain.length > PLAIN_BYTES) {
            throw new IllegalArgumentException("An arm's OID may hold " + PLAIN_BYTES + " bytes at most: " + arm);
        }
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        return Base64.getEncoder()
                .encodeToString(joined(iv, run(Cipher.ENCRYPT_MODE, iv, Arrays.copyOf(plain, PLAIN_BYTES), place)));
    }

    /**
     * Seals a text of any length, in hexadecimal digits: so long a text in letters would spell short names by chance.
     *
     * @param unit the sealed length is that of the next multiple of so many bytes
     * @param place what it is bound to
     */
    String sealWhole(String text, int unit, String place) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        int length = (plain.length / unit + 1) * unit;
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            return HexFormat.of()
                    .formatHex(joined(iv, run(Cipher.ENCRYPT_MODE, iv, Arrays.copyOf(plain, length), place)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES/GCM.", impossible);
        }
    }

    /**
     * @throws AllocationDamaged when the sealed text was changed, belongs elsewhere, or was sealed with another key
     */
    String openWhole(String sealed, String place) {
        try {
            byte[] bytes = HexFormat.of().parseHex(sealed);
            byte[] iv = Arrays.copyOf(bytes, IV_BYTES);
            return unpadded(run(Cipher.DECRYPT_MODE, iv, Arrays.copyOfRange(bytes, IV_BYTES, bytes.length), place));
        } catch (GeneralSecurityException | IllegalArgumentException notItsPlace) {
            throw new AllocationDamaged(notItsPlace);
        }
    }

    /**
     * @return the arm's OID
     * @throws AllocationDamaged when the sealed text was changed, moved, or sealed with another key
     */
    public String open(String sealed, SlotPlace place) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        byte[] iv = Arrays.copyOf(bytes, IV_BYTES);
        byte[] plain = run(Cipher.DECRYPT_MODE, iv, Arrays.copyOfRange(bytes, IV_BYTES, bytes.length), place);
        return unpadded(plain);
    }

    private static String unpadded(byte[] plain) {
        int end = 0;
        while (end < plain.length && plain[end] != 0) {
            end++;
        }
        return new String(plain, 0, end, StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] iv, byte[] sealed) {
        return ByteBuffer.allocate(IV_BYTES + sealed.length).put(iv).put(sealed).array();
    }

    private byte[] run(int mode, byte[] iv, byte[] input, SlotPlace place) {
        try {
            return run(mode, iv, input, place.text());
        } catch (GeneralSecurityException notItsPlace) {
            throw new AllocationDamaged(place, notItsPlace);
        }
    }

    private byte[] run(int mode, byte[] iv, byte[] input, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(input);
    }
}
