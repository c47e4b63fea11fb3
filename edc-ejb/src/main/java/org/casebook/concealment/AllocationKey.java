package org.casebook.concealment;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that seals treatments. It comes from the environment ({@code EDC_ALLOCATION_KEY}, 32 bytes in base64) and is
 * never in the database; who loses it loses the allocation, see docs/operations.md.
 */
@ApplicationScoped
public class AllocationKey {

    @Inject
    @ConfigProperty(name = "edc.allocation.key")
    private Optional<String> configured;

    private final SecureRandom random = new SecureRandom();
    private TreatmentCipher cipher;

    @PostConstruct
    void read() {
        String key = configured.orElseThrow(
                () -> new IllegalStateException(
                        "EDC_ALLOCATION_KEY is not set: give 32 random bytes in base64, for example from `openssl rand -base64 32`."));
        cipher = new TreatmentCipher(Base64.getDecoder().decode(key.strip()), random);
    }

    public TreatmentCipher cipher() {
        return cipher;
    }

    /** The unpredictable source that lists and numbers are drawn from. */
    public SecureRandom random() {
        return random;
    }
}
