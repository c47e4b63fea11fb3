package org.casebook.runtime.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bearer tokens of the demonstration accounts, asked for again shortly before they run out. */
public final class Tokens {

    /** Published, of the demonstration's realm alone. */
    static final String PASSWORD = "Casebook-Demo-1!";

    private static final Duration SPARE = Duration.ofSeconds(20);

    private final String issuer;
    private final Http http = new Http();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant until) {}

    /**
     * @param issuer address of Keycloak's realm
     */
    public Tokens(String issuer) {
        this.issuer = issuer;
    }

    /**
     * @param account username of a demonstration account
     * @return an access token that is good for some seconds at least
     */
    public String of(String account) {
        return tokens.compute(
                        account, (name, held) -> held == null || Instant.now().isAfter(held.until()) ? ask(name) : held)
                .text();
    }

    private Token ask(String account) {
        String form = "grant_type=password&client_id=casebook-script&username=" + encoded(account) + "&password="
                + encoded(PASSWORD);
        Instant asked = Instant.now();
        JsonNode answer =
                http.form(issuer + "/protocol/openid-connect/token", form).json();
        long seconds = answer.path("expires_in").asLong();
        return new Token(
                answer.path("access_token").asText(), asked.plusSeconds(seconds).minus(SPARE));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
