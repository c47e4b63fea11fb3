package org.casebook.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./edc replay-allocation}: asks the running application to work past allocations out again from the audit trail, and
 * says whether they come out the same. The application does it, so that no key leaves it and the look is recorded.
 */
final class Replay {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int OK = 200;

    private final Map<String, String> environment;
    private final Progress progress;

    /**
     * @param environment EDC_TOKEN, a token of the unblinded statistician, and EDC_PUBLIC_URL
     */
    Replay(Map<String, String> environment, Progress progress) {
        this.environment = environment;
        this.progress = progress;
    }

    /**
     * @param options as {@code ./edc help} says
     * @throws Fault when one does not come out the same, or the application refuses
     */
    void run(List<String> options) {
        Asked asked = Asked.of(options);
        List<JsonNode> all = ask(asked);
        long wrong = 0;
        for (JsonNode one : all) {
            boolean same = one.path("faults").isEmpty();
            wrong += same ? 0 : 1;
            progress.say(line(one, same, asked.tell()));
        }
        if (wrong > 0) {
            throw new Fault(wrong + " of " + all.size() + " allocations do not come out the same.");
        }
        progress.say("Allocations that come out the same: " + all.size() + " of " + all.size());
    }

    private record Asked(String study, String subject, boolean tell) {

        static Asked of(List<String> options) {
            String study = null;
            String subject = null;
            boolean tell = false;
            for (int at = 0; at < options.size(); at++) {
                String option = options.get(at);
                if (option.equals("--tell")) {
                    tell = true;
                } else if (option.equals("--study") && at + 1 < options.size()) {
                    study = options.get(++at);
                } else if (option.equals("--subject") && at + 1 < options.size()) {
                    subject = options.get(++at);
                } else {
                    throw new Fault("\"" + option + "\" is not understood here; ./edc help tells the options.");
                }
            }
            if (study == null) {
                throw new Fault("Say which study: ./edc replay-allocation --study KEY [--subject NUMBER] [--tell]");
            }
            return new Asked(study, subject, tell);
        }

        String path() {
            String part = subject == null ? "replays" : encoded(subject) + "/replay";
            return "/api/v1/studies/" + encoded(study) + "/allocations/" + part;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    private List<JsonNode> ask(Asked asked) {
        String token = environment.getOrDefault("EDC_TOKEN", "");
        if (token.isBlank()) {
            throw new Fault(
                    "EDC_TOKEN is not set: it takes a token of the unblinded statistician (docs/operations.md).");
        }
        URI address = URI.create(environment.getOrDefault("EDC_PUBLIC_URL", "http://localhost:8080") + asked.path());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != OK) {
                String why =
                        answer.path("sentence").asText(answer.path("detail").asText(response.body()));
                throw new Fault("Refused (" + response.statusCode() + "): " + why);
            }
            List<JsonNode> all = new ArrayList<>();
            (answer.isArray() ? answer : JSON.createArrayNode().add(answer)).forEach(all::add);
            return all;
        } catch (JsonProcessingException e) {
            throw new Fault(address + " answered something that is no JSON; is it Casebook?", e);
        } catch (IOException e) {
            throw new Fault(address + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("Stopped while waiting for " + address, e);
        }
    }

    private static String line(JsonNode one, boolean same, boolean tell) {
        StringBuilder line = new StringBuilder(one.path("subject").asText())
                .append(' ')
                .append(one.path("number").asText())
                .append(same ? ": comes out the same" : ": DOES NOT come out the same");
        one.path("faults").forEach(fault -> line.append("; ").append(fault.asText()));
        if (tell) {
            line.append("; ")
                    .append(one.path("origin").asText())
                    .append(" list ")
                    .append(one.path("list").asText());
            line.append(" slot ").append(one.path("position").asInt());
            line.append("; recorded ").append(one.path("recorded").asText());
            line.append(", again ").append(one.path("replayed").asText());
            line.append("; ").append(one.path("levels")).append(' ').append(one.path("scores"));
            line.append(' ')
                    .append(one.path("chances"))
                    .append(' ')
                    .append(one.path("draw").asText());
        }
        return line.toString();
    }
}
