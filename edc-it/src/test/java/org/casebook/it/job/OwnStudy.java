package org.casebook.it.job;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.runtime.demo.DemoTrial;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.Tokens;

/**
 * A copy of the demonstration's study under an OID of its own, with the demonstration accounts in its groups: it can be locked
 * without anybody else noticing. The groups are made in Keycloak directly, as an administrator would in its console.
 */
final class OwnStudy {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SITES = List.of("101", "102");

    private final String oid;
    private String keycloak;

    OwnStudy(String oid) {
        this.oid = oid;
    }

    /** Opens the demonstration's study, with lists for randomisation. */
    void open() throws IOException, InterruptedException {
        Tokens tokens = open(Files.readString(Trial.target().studies().resolve("bmmsc-dmso.xml"))
                .replace("<Study OID=\"BMMSC\"", "<Study OID=\"" + oid + "\""));
        lists(tokens, 4);
    }

    /** Prepares and seals a list of that many slots for each site. */
    void lists(Tokens tokens, int slots) {
        Rest statistician = new Rest(Trial.target(), tokens, "statistician");
        for (String site : SITES) {
            DemoTrial.prepareLists(statistician, oid, site, slots);
        }
        DemoTrial.sealLists(Trial.target(), oid, null);
    }

    /**
     * Opens a study at both sites.
     *
     * @param file the study file, with this study's OID
     */
    Tokens open(String file) throws IOException, InterruptedException {
        grant();
        Tokens tokens = new Tokens(Trial.target().issuer());
        Rest builder = new Rest(Trial.target(), tokens, "builder");
        long version = builder.postXml("/studies", file).path("id").asLong();
        String study = "/studies/" + oid;
        DemoTrial.release(Trial.target(), oid, String.valueOf(version), null);
        Rest admin = new Rest(Trial.target(), tokens, "admin");
        for (String site : SITES) {
            admin.post(study + "/sites", Map.of("number", site, "name", "Site " + site, "timeZone", "UTC"));
            admin.post(study + "/sites/" + site + "/version", Map.of("version", version));
            admin.post(study + "/sites/" + site + "/activation", null);
        }
        return tokens;
    }

    private void grant() throws IOException, InterruptedException {
        String realm = Running.system().settings().issuer();
        keycloak = realm.replace("/realms/", "/admin/realms/");
        String studies = group("/group-by-path/studies").path("id").asText();
        String study = child(studies, oid);
        for (String site : SITES) {
            String place = child(study, site);
            join("coordinator-" + site, child(place, "coordinator"));
            join("investigator-" + site, child(place, "investigator"));
        }
        String all = child(study, "all");
        for (String account :
                List.of("monitor", "data-manager", "sponsor", "pharmacist", "statistician", "inspector")) {
            join(account, child(all, account));
        }
    }

    private String child(String parent, String name) throws IOException, InterruptedException {
        return send("POST", "/groups/" + parent + "/children", Map.of("name", name))
                .path("id")
                .asText();
    }

    private void join(String account, String group) throws IOException, InterruptedException {
        JsonNode found = send("GET", "/users?exact=true&username=" + account, null);
        send("PUT", "/users/" + found.path(0).path("id").asText() + "/groups/" + group, Map.of());
    }

    private JsonNode group(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    private JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + " " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    private static String token() throws IOException, InterruptedException {
        Map<String, String> environment = Running.system().settings().forApplication();
        String form = "grant_type=client_credentials&client_id=casebook-admin&client_secret="
                + URLEncoder.encode(environment.get("EDC_ADMIN_CLIENT_SECRET"), StandardCharsets.UTF_8);
        String address = Running.system().settings().issuer() + "/protocol/openid-connect/token";
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body())
                .path("access_token")
                .asText();
    }
}
