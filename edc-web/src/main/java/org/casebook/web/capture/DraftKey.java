package org.casebook.web.capture;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.casebook.kernel.CurrentActor;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The key with which a browser enciphers what is typed and not stored yet: the same for one account whenever and wherever it
 * signs in, and told to nobody else. It follows from the installation's secret and the account, and is kept nowhere.
 */
@Named
@RequestScoped
public class DraftKey {

    private static final String MAC = "HmacSHA256";
    private static final String PURPOSE = "casebook: entries not stored yet, of account ";

    @Inject
    private CurrentActor actor;

    /** 32 bytes, base64. */
    public String getValue() {
        String secret = ConfigProvider.getConfig().getValue("edc.oidc.client.secret", String.class);
        return of(secret, actor.get().id());
    }

    /**
     * The name under which entries of a form are kept that is not begun: no other reader of the device learns from it which
     * form, or whose.
     *
     * @param seat study and seat; empty for a form that has none
     */
    public String name(String seat) {
        String secret = ConfigProvider.getConfig().getValue("edc.oidc.client.secret", String.class);
        return seat.isEmpty() ? "" : of(secret, actor.get().id() + " at " + seat);
    }

    static String of(String secret, String account) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((PURPOSE + account).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
