package org.casebook.concealment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that seals treatments. It comes from the environment ({@code EDC_ALLOCATION_KEY}, 32 bytes in base64) and is
 * never in the database; who loses it loses the allocation, see docs/operations.md.
 */
@ApplicationScoped
public class AllocationKey {

    private static final String HMAC = "HmacSHA256";

    @Inject
    @ConfigProperty(name = "edc.allocation.key")
    private Optional<String> configured;

    private final SecureRandom random = new SecureRandom();
    private TreatmentCipher cipher;
    private byte[] key;

    @PostConstruct
    void read() {
        String text = configured.orElseThrow(
                () -> new IllegalStateException(
                        "EDC_ALLOCATION_KEY is not set: give 32 random bytes in base64, for example from `openssl rand -base64 32`."));
        key = Base64.getDecoder().decode(text.strip());
        cipher = new TreatmentCipher(key, random);
    }

    /**
     * What {@code HMAC-SHA256} makes of a text by a key of its own for a purpose: the same again for the same, and nothing can be
     * read from it without the key.
     *
     * @param purpose each has a key of its own, which is worked out from this one (NIST SP 800-108r1)
     * @return 32 bytes
     */
    public byte[] mark(String purpose, String text) {
        return hmac(hmac(key, "casebook " + purpose), text);
    }

    private static byte[] hmac(byte[] with, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(with, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(HMAC + " is part of every Java platform.", impossible);
        }
    }

    public TreatmentCipher cipher() {
        return cipher;
    }

    /** The unpredictable source that lists and numbers are drawn from. */
    public SecureRandom random() {
        return random;
    }
}
