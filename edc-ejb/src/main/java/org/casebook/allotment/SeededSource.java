package org.casebook.allotment;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;

/**
 * Random numbers that come again from their seed and cannot be foretold without it: SHA-256 over the seed of 256 bits and a
 * counter. What is drawn with it can be drawn again and proven.
 *
 * <p>It leans on what Java's documentation fixes for {@link Random} (how {@code nextInt(bound)} uses {@code next(bits)}) and for
 * {@code Collections.shuffle}; a test pins the outcome.
 */
public final class SeededSource extends Random {

    private static final long serialVersionUID = 1L;
    private static final int SEED_BYTES = 32;

    private final byte[] key;
    private long counter;
    private transient ByteBuffer block;

    private SeededSource(byte[] key) {
        super(0);
        this.key = key.clone();
    }

    /**
     * @param seed as {@link #draw} gave it
     */
    public static SeededSource of(String seed) {
        byte[] key = Base64.getUrlDecoder().decode(seed);
        if (key.length != SEED_BYTES) {
            throw new IllegalArgumentException("A seed has " + SEED_BYTES + " bytes, not " + key.length + ".");
        }
        return new SeededSource(key);
    }

    /**
     * A new seed, as text of 43 characters.
     *
     * @param random an unpredictable source
     */
    public static String draw(Random random) {
        byte[] key = new byte[SEED_BYTES];
        random.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    @Override
    protected int next(int bits) {
        if (block == null || block.remaining() < Integer.BYTES) {
            block = ByteBuffer.wrap(hash());
        }
        return block.getInt() >>> (Integer.SIZE - bits);
    }

    private byte[] hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            return digest.digest(
                    ByteBuffer.allocate(Long.BYTES).putLong(counter++).array());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
