package org.casebook.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The demonstration accounts: their password and their bearer tokens. */
public final class Accounts {
    /** Published; the realm marks these accounts as demonstration only. */
    public static final String PASSWORD = "Casebook-Demo-1!";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Accounts() {}

    /**
     * @param username of a demonstration account
     * @return an access token for {@code /api}, good for a few minutes
     */
    public static String token(String username) {
        return token(Map.of(
                "grant_type", "password", "client_id", "casebook-script", "username", username, "password", PASSWORD));
    }

    /** @return an access token of the service account {@code demo-api} */
    public static String serviceToken() {
        return token(Map.of(
                "grant_type", "client_credentials",
                "client_id", "demo-api",
                "client_secret", "casebook-demo-api-secret"));
    }

    private static String token(Map<String, String> form) {
        URI address = URI.create(Running.system().settings().issuer() + "/protocol/openid-connect/token");
        String body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("Keycloak gives no token: " + answer.body());
            }
            return JSON.readTree(answer.body()).get("access_token").asText();
        } catch (IOException e) {
            throw new AssertionError("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
