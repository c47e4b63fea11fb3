package org.casebook.keycloak;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.keycloak.admin.client.spi.ResteasyClientProvider;

/** Runs keycloak-admin-client on the server's own Jersey, with Jackson in place of the server's JSON-B. */
final class JerseyClient implements ResteasyClientProvider {
    private static final int FIRST = 1;

    @Override
    public Client newRestEasyClient(Object customJacksonProvider, SSLContext sslContext, boolean disableTrustManager) {
        ClientBuilder builder = ClientBuilder.newBuilder()
                .connectTimeout(3, TimeUnit.SECONDS)
                .readTimeout(10, TimeUnit.SECONDS)
                // Keycloak's representations are Jackson's; JSON-B and MOXy would otherwise be asked first
                .property("jersey.config.disableJsonBinding", true)
                .property("jersey.config.client.disableJsonBinding", true)
                .property("jersey.config.disableMoxyJson", true)
                .property("jersey.config.client.disableMoxyJson", true)
                .property("jersey.config.jsonFeature", "JacksonFeature")
                .property("jersey.config.client.jsonFeature", "JacksonFeature")
                // joinGroup is a PUT without a body
                .property("jersey.config.client.suppressHttpComplianceValidation", true);
        if (sslContext != null) {
            builder.sslContext(sslContext);
        }
        return builder.register(new Json(), Map.of(MessageBodyReader.class, FIRST, MessageBodyWriter.class, FIRST))
                .build();
    }

    @Override
    public <R> R targetProxy(WebTarget target, Class<R> targetClass) {
        return WebResourceFactory.newResource(targetClass, target);
    }

    /** A newer Keycloak may say more than this client knows. */
    @Consumes({"application/json", "application/*+json"})
    @Produces({"application/json", "application/*+json"})
    static final class Json extends JacksonJsonProvider {
        Json() {
            super(new ObjectMapper()
                    .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                    .setSerializationInclusion(JsonInclude.Include.NON_NULL));
        }
    }
}
