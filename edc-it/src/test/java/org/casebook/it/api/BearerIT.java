package org.casebook.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.casebook.it.Accounts;
import org.casebook.it.Running;
import org.junit.jupiter.api.Test;

/** Which tokens open {@code /api}. */
class BearerIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void a_token_speaks_for_its_person() throws Exception {
        HttpResponse<String> answer = who(Accounts.token("investigator-102"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"username\":\"investigator-102\"")
                .contains("\"/studies/BMMSC/102/investigator\"");
    }

    @Test
    void a_token_of_this_realm_for_another_audience_is_refused() throws Exception {
        String token = tokenWithoutAudience();
        refused(who(token));
    }

    @Test
    void a_token_with_another_signature_or_none_is_refused() throws Exception {
        String token = Accounts.token("investigator-101");
        String body = token.substring(0, token.lastIndexOf('.'));
        String signature = token.substring(token.lastIndexOf('.') + 1);
        char other = signature.charAt(9) == 'A' ? 'B' : 'A';
        refused(who(body + "." + signature.substring(0, 9) + other + signature.substring(10)));
        refused(who(body + "."));
        refused(who("no-token"));
    }

    @Test
    void a_token_opens_no_page() throws Exception {
        HttpResponse<String> answer = get("/home.xhtml", Accounts.token("investigator-101"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .startsWith(Running.system().settings().issuer());
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("token-refused");
    }

    private static HttpResponse<String> who(String token) throws Exception {
        return get("/api/who", token);
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Running.system().url(path)))
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    /** Of the administration's service account, which has no business at /api. */
    private static String tokenWithoutAudience() throws Exception {
        String secret = Running.system().settings().forApplication().get("EDC_ADMIN_CLIENT_SECRET");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Running.system().settings().issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=casebook-admin&client_secret="
                        + URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    }
}
