package org.casebook.runtime.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Calls of one account to {@code /api/v1}, at the present time or at a past one. */
public final class Rest {

    private final Target target;
    private final Tokens tokens;
    private final String account;
    private final Instant at;
    private final Http http;

    /**
     * @param account username of a demonstration account
     */
    public Rest(Target target, Tokens tokens, String account) {
        this(target, tokens, account, null, new Http());
    }

    private Rest(Target target, Tokens tokens, String account, Instant at, Http http) {
        this.target = target;
        this.tokens = tokens;
        this.account = account;
        this.at = at;
        this.http = http;
    }

    /** The same account, acting at another time. */
    public Rest at(Instant time) {
        return new Rest(target, tokens, account, time, http);
    }

    public JsonNode get(String path) {
        return http.send(request(path).GET()).json();
    }

    /**
     * @param body anything that Jackson writes; null for none
     */
    public JsonNode post(String path, Object body) {
        return http.send(json(path).POST(body(body))).json();
    }

    public JsonNode put(String path, Object body) {
        return http.send(json(path).PUT(body(body))).json();
    }

    /** Sends a study file. */
    public JsonNode postXml(String path, String xml) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/xml");
        return http.send(request.POST(BodyPublishers.ofString(xml))).json();
    }

    /** Sends a file as it is; its name goes percent-encoded. */
    public JsonNode postFile(String path, String name, byte[] content) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/octet-stream")
                .header("X-File-Name", URLEncoder.encode(name, StandardCharsets.UTF_8));
        return http.send(request.POST(BodyPublishers.ofByteArray(content))).json();
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target.application() + "/api/v1" + path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.of(account));
        if (at != null) {
            request.header("Casebook-Clock", at.toString()).header("Casebook-Clock-Key", target.clockKey());
        }
        return request;
    }

    private static BodyPublisher body(Object body) {
        try {
            return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Http.JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
