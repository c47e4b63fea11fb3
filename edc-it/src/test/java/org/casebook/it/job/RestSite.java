package org.casebook.it.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebook.it.Trial;
import org.casebook.runtime.demo.Rest;
import org.casebook.runtime.demo.StudyFile;
import org.casebook.runtime.demo.Tokens;

/** The same coordinator through REST: for the same form again and again, which a browser would only repeat. */
final class RestSite {
    private final StudyFile file;
    private final String study;
    private final String site;
    private final Rest coordinator;
    private final Rest monitor;

    RestSite(StudyFile file, String study, String site, Tokens tokens) {
        this.file = file;
        this.study = study;
        this.site = site;
        this.coordinator = new Rest(Trial.target(), tokens, "coordinator-" + site);
        this.monitor = new Rest(Trial.target(), tokens, "monitor");
    }

    void visit(String subject, String event, LocalDate date) {
        coordinator.put(
                path("/participants/" + subject + "/visits/" + event + "/date"), Map.of("date", date.toString()));
    }

    long fill(String subject, String event, String form, Map<String, String> answers) {
        Map<String, String> wanted = new HashMap<>(Map.of("subject", subject, "form", form));
        if (!file.isLogs(event)) {
            wanted.put("event", event);
        }
        JsonNode started = coordinator.post(path("/forms"), wanted);
        long id = started.path("header").path("id").asLong();
        List<Map<String, Object>> entries = new ArrayList<>();
        answers.forEach((item, text) -> {
            if (!file.isFile(item)) {
                long revision =
                        started.path("items").path(item).path("revision").asLong();
                String key = UUID.randomUUID().toString();
                entries.add(Map.of("key", key, "item", item, "text", text, "itemRevision", revision));
            }
        });
        coordinator.put(path("/forms/" + id + "/items"), entries);
        answers.forEach((item, text) -> {
            if (file.isFile(item)) {
                String path = path("/forms/" + id + "/items/" + item + "/attachments");
                coordinator.postFile(
                        path + "&itemRevision=0&key=" + UUID.randomUUID(), text, "%PDF-1.7\n%%EOF\n".getBytes());
            }
        });
        coordinator.post(path("/forms/" + id + "/complete"), null);
        return id;
    }

    /** The monitor verifies what the study wants verified on a form. */
    void verify(long form) {
        String path = path("/forms/" + form + "/verification");
        for (JsonNode item : monitor.get(path)) {
            if (item.path("required").asBoolean() && !item.path("verified").asBoolean()) {
                monitor.post(path, Map.of());
                return;
            }
        }
    }

    private String path(String rest) {
        return "/studies/" + study + rest + "?site=" + site;
    }
}
