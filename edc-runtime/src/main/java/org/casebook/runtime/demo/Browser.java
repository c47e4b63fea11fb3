package org.casebook.runtime.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebook.runtime.Fault;

/**
 * One person at a browser, as far as signing needs it: logs in on Keycloak's page, calls {@code /entry} with cookie and CSRF
 * token, and types the password again where a signature asks for it. No part of the login is passed by.
 */
public final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 20;

    /** When each account typed its password last, whatever the browser. */
    private static final Map<String, Instant> CONFIRMED = new ConcurrentHashMap<>();

    private final Target target;
    private final String account;
    private final Http http = new Http();
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();
    private String csrf;
    private Instant at;

    /**
     * @param account username of a demonstration account
     */
    public Browser(Target target, String account) {
        this.target = target;
        this.account = account;
    }

    /** From now on this person acts at that time. */
    public void at(Instant time) {
        at = time;
    }

    /** Logs in on Keycloak's page, on the way to what tells the CSRF token. */
    public void login() {
        HttpResponse<String> page = follow(get(URI.create(target.application() + "/login?return=/whoami")));
        HttpResponse<String> who = typePassword(page);
        csrf = new Http.Answer(who).json().path("csrf").asText();
        if (csrf.isEmpty()) {
            throw new Fault("The login of " + account + " ended without a CSRF token at " + who.uri() + ".");
        }
    }

    /**
     * Opens a page of the application.
     *
     * @param path with its query, beginning with a slash
     * @return its markup
     */
    public String page(String path) {
        return get(URI.create(target.application() + path)).text();
    }

    /** Posts JSON to {@code /entry}. */
    public JsonNode entry(String path, Object body) {
        return entry("POST", path, body);
    }

    /**
     * Sends JSON to {@code /entry} by another method, for example PUT.
     *
     * @param body not sent by GET
     */
    public JsonNode entry(String method, String path, Object body) {
        try {
            HttpRequest.Builder request = request(URI.create(target.application() + "/entry" + path))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json")
                    .header("X-CSRF-Token", csrf)
                    .method(
                            method,
                            method.equals("GET")
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(Http.JSON.writeValueAsString(body)));
            return send(request, URI.create(target.application())).json();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Types the password at the address that a signature or a lock leads to.
     *
     * @return address of the page that it ends on
     */
    public URI confirm(String address) {
        awaitTheNextSecond();
        HttpResponse<String> end = typePassword(follow(get(URI.create(address))));
        if (!end.uri().toString().startsWith(target.application())) {
            throw new Fault("The password was not taken at " + end.uri());
        }
        return end.uri();
    }

    /** Keycloak tells the time of a confirmation in whole seconds, and each second's confirmation serves once. */
    private void awaitTheNextSecond() {
        Duration left = Duration.between(
                Instant.now(),
                CONFIRMED
                        .getOrDefault(account, Instant.EPOCH)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plusSeconds(1));
        if (!left.isNegative()) {
            LockSupport.parkNanos(left.toNanos());
        }
    }

    private HttpResponse<String> typePassword(HttpResponse<String> page) {
        String action = found(FORM, page.body(), "There is no login form at " + page.uri() + ": " + page.body());
        URI address = page.uri().resolve(action.replace("&amp;", "&"));
        String fields = "username=" + encoded(account) + "&password=" + encoded(Tokens.PASSWORD) + "&credentialId=";
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields));
        HttpResponse<String> end = follow(send(request, address));
        CONFIRMED.put(account, Instant.now());
        return end;
    }

    private Http.Answer get(URI address) {
        return send(request(address).GET(), address);
    }

    private HttpResponse<String> follow(Http.Answer first) {
        HttpResponse<String> response = first.response();
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            String onward = response.headers().firstValue("Location").orElse(null);
            if (onward == null) {
                return response;
            }
            response = get(response.uri().resolve(onward)).response();
        }
        throw new Fault("The login of " + account + " goes round in circles at " + response.uri());
    }

    private Http.Answer send(HttpRequest.Builder request, URI address) {
        Http.Answer answer = http.send(request);
        answer.response().headers().allValues("Set-Cookie").forEach(cookie -> keep(address, cookie));
        return answer;
    }

    /** The JDK's jar would hold back Keycloak's cookies, which are marked secure though localhost is asked by http. */
    private void keep(URI address, String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        Map<String, String> jar = cookies.computeIfAbsent(address.getAuthority(), name -> new TreeMap<>());
        if (pair[1].isEmpty() || cookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            jar.remove(pair[0]);
        } else {
            jar.put(pair[0], pair[1]);
        }
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        String jar = cookies.getOrDefault(address.getAuthority(), Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!jar.isEmpty()) {
            request.header("Cookie", jar);
        }
        if (at != null && address.toString().startsWith(target.application())) {
            request.header("Casebook-Clock", at.toString()).header("Casebook-Clock-Key", target.clockKey());
        }
        return request;
    }

    private static String found(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new Fault(otherwise);
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
