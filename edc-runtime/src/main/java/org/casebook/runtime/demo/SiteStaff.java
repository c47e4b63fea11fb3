package org.casebook.runtime.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Coordinator and investigator of one site at their work, in the words of the study: screen, visit, fill, sign. */
final class SiteStaff {

    private final String study;
    private final String number;
    private final Days days;
    private final Rest coordinator;
    private final Rest investigator;
    private final Browser signer;
    private int minute;
    private int today = Integer.MIN_VALUE;

    SiteStaff(Target target, Tokens tokens, Days days, String study, String number) {
        this.study = study;
        this.number = number;
        this.days = days;
        this.coordinator = new Rest(target, tokens, "coordinator-" + number);
        this.investigator = new Rest(target, tokens, "investigator-" + number);
        this.signer = new Browser(target, "investigator-" + number);
    }

    /** A form as the system last told of it. */
    record Filled(long id, long revision) {}

    Days days() {
        return days;
    }

    void login() {
        signer.login();
    }

    /** Adds a participant on that day and gives its screening number. */
    String screen(int day) {
        return by(coordinator, day)
                .post(path("/participants"), null)
                .path("subject")
                .asText();
    }

    void visit(String subject, String event, int day) {
        visit(subject, event, day, null);
    }

    /**
     * @param reason why outside the window, where the study asks; null else
     */
    void visit(String subject, String event, int day, String reason) {
        Map<String, Object> body = new TreeMap<>();
        body.put("date", days.text(day));
        body.put("reason", reason);
        by(coordinator, day).put(path("/participants/" + subject + "/visits/" + event + "/date"), body);
    }

    void visitNotDone(String subject, String event, int day, String reason) {
        by(coordinator, day)
                .post(path("/participants/" + subject + "/visits/" + event + "/not-done"), Map.of("reason", reason));
    }

    /** Starts a form, types the answers in order, and leaves it open. */
    Filled begin(String subject, String event, String form, int day, Map<String, String> answers) {
        Map<String, Object> wanted = new TreeMap<>(Map.of("subject", subject, "form", form));
        wanted.put("event", event);
        JsonNode started = by(coordinator, day).post(path("/forms"), wanted);
        long id = started.path("header").path("id").asLong();
        type(id, day, started.path("items"), answers, null);
        return new Filled(id, 0);
    }

    /** As {@link #begin}, and says that all is entered. */
    Filled fill(String subject, String event, String form, int day, Map<String, String> answers) {
        Filled begun = begin(subject, event, form, day, answers);
        return complete(begun.id(), day);
    }

    Filled complete(long form, int day) {
        JsonNode header = by(coordinator, day).post(path("/forms/" + form + "/complete"), null);
        return new Filled(form, header.path("revision").asLong());
    }

    /** A row of a log. */
    Filled row(String subject, String form, int day, Map<String, String> answers) {
        return fill(subject, null, form, day, answers);
    }

    /** Changes answers of a form that may be complete. */
    void correct(Filled form, int day, Map<String, String> answers, String reason) {
        JsonNode items = coordinator.get(path("/forms/" + form.id())).path("items");
        type(form.id(), day, items, answers, reason);
    }

    /** Attaches a short report in PDF that says that it is none. */
    void attach(long form, String item, String name, int day) {
        by(coordinator, day)
                .postFile(
                        path("/forms/" + form + "/items/" + item + "/attachments") + "&itemRevision=0&key="
                                + UUID.randomUUID(),
                        name,
                        ("%PDF-1.7\nDemonstration: no examination took place\n%%EOF\n")
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private void type(long form, int day, JsonNode items, Map<String, String> answers, String reason) {
        List<Map<String, Object>> entries = new ArrayList<>();
        answers.forEach((item, text) -> {
            Map<String, Object> entry = new TreeMap<>();
            entry.put("key", UUID.randomUUID().toString());
            entry.put("item", item);
            entry.put("text", text);
            entry.put("itemRevision", items.path(item).path("revision").asLong());
            entry.put("reason", reason);
            entries.add(entry);
        });
        by(coordinator, day).put(path("/forms/" + form + "/items"), entries);
    }

    /** The investigator signs complete forms: logs in where needed, types the password once for all of them. */
    void sign(int day, String meaning, List<Filled> forms) {
        signer.at(days.time(day, next(day)));
        Map<String, String> fields = new TreeMap<>(Map.of("meaning", meaning));
        forms.forEach(form -> fields.put("form-" + form.id(), Long.toString(form.revision())));
        String address = signer.entry("/signatures?study=" + study + "&site=" + number, fields)
                .path("address")
                .asText();
        signer.confirm(address);
    }

    void randomize(String subject, int day) {
        by(investigator, day).post(path("/participants/" + subject + "/randomization"), null);
    }

    /** The participation goes on to another state. */
    void stand(String subject, String status, int day, String reason) {
        Map<String, String> body = new TreeMap<>(Map.of("status", status, "date", days.text(day), "reason", reason));
        if (status.equals("WITHDRAWN")) {
            body.put("withdrawnFrom", "FOLLOW_UP");
        }
        by(coordinator, day).post(path("/participants/" + subject + "/standing"), body);
    }

    void answer(long query, int day, String text) {
        by(coordinator, day).post(path("/queries/" + query + "/answer"), Map.of("text", text));
    }

    private Rest by(Rest person, int day) {
        return person.at(days.time(day, next(day)));
    }

    /** Each act of a day comes a little after the one before. */
    private int next(int day) {
        minute = day == today ? minute + 1 : 0;
        today = day;
        return minute;
    }

    private String path(String rest) {
        return "/studies/" + study + rest + "?site=" + number;
    }
}
