package org.casebook.runtime.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.casebook.runtime.Fault;

/** Sends a request and takes the answer, or says in a sentence what went wrong. Redirects are left to the caller. */
final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int FIRST_ERROR = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** An answer of any status below 400. */
    record Answer(HttpResponse<String> response) {

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (JsonProcessingException e) {
                throw new Fault(response.uri() + " answered something that is no JSON: " + response.body(), e);
            }
        }

        String text() {
            return response.body();
        }
    }

    Answer form(String address, String fields) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    Answer send(HttpRequest.Builder request) {
        HttpRequest ready = request.timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = client.send(ready, BodyHandlers.ofString());
            if (response.statusCode() >= FIRST_ERROR) {
                throw new Refused(ready.method() + " " + ready.uri(), response.statusCode(), response.body());
            }
            return new Answer(response);
        } catch (IOException e) {
            throw new Fault(ready.uri() + " did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("Stopped while waiting for " + ready.uri(), e);
        }
    }
}
