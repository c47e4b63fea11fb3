package org.casebook.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.casebook.runtime.demo.Browser;
import org.casebook.runtime.demo.Rest;

/** The forms of the peer study as one person finds and fills them. */
final class PeerForms {
    private static final String ITEM = "PULSE";
    private static final List<String> VISITS = List.of("SE_SCREEN", "SE_VISIT1", "SE_VISIT2");
    private static final int LOWEST = 50;
    private static final int SPREAD = 60;

    private final PeerStudy study;
    private final Browser person;
    private final Rest rest;
    private final List<String> subjects = new ArrayList<>();
    private final Map<String, Long> forms = new HashMap<>();
    private final Map<Long, Long> revisions = new ConcurrentHashMap<>();
    private final AtomicInteger saves = new AtomicInteger();

    PeerForms(PeerStudy study, Browser person) {
        this.study = study;
        this.person = person;
        rest = study.rest();
        rest.get("/studies/" + study.key() + "/participants?site=" + PeerStudy.SITE)
                .forEach(subject -> subjects.add(subject.path("subject").asText()));
    }

    String subject(int n) {
        return subjects.get(n % subjects.size());
    }

    int subjects() {
        return subjects.size();
    }

    long demographics(int n) {
        return form(n, "DM");
    }

    long vitals(int n) {
        return form(n, "VS");
    }

    private long form(int n, String form) {
        String subject = subject(n);
        if (!forms.containsKey(subject + form)) {
            String path = "/studies/" + study.key() + "/forms?site=" + PeerStudy.SITE + "&subject=" + subject;
            for (JsonNode found : rest.get(path)) {
                forms.putIfAbsent(
                        subject + found.path("form").asText(), found.path("id").asLong());
            }
        }
        return forms.get(subject + form);
    }

    String address(long form) {
        return "/capture/case-form.xhtml?" + study.place() + "&form=" + form;
    }

    /** Stores another value in one item of the form; nobody else does. */
    void save(long form) {
        Map<String, Object> body = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "text",
                Integer.toString(LOWEST + saves.getAndIncrement() % SPREAD),
                "itemRevision",
                revisions.computeIfAbsent(form, this::revision));
        JsonNode saved = person.entry("PUT", "/forms/" + form + "/items/" + ITEM + "?" + study.place(), body);
        revisions.put(form, saved.path("item").path("revision").asLong());
    }

    /** As {@link #save}, when others may have saved in the form since. */
    void saveOnce(long form) {
        revisions.remove(form);
        save(form);
    }

    /** Where {@code /entry} tells the history of the item that is saved. */
    String history(long form) {
        return "/forms/" + form + "/items/" + ITEM + "/history?" + study.place();
    }

    private long revision(long form) {
        return rest.get("/studies/" + study.key() + "/forms/" + form + "?site=" + PeerStudy.SITE)
                .path("items")
                .path(ITEM)
                .path("revision")
                .asLong();
    }

    /** Adds a participant, and measures at each visit how long starting and opening the form takes. */
    void openNew(Sample sample) {
        String subject = rest.post("/studies/" + study.key() + "/participants?site=" + PeerStudy.SITE, null)
                .path("subject")
                .asText();
        for (String visit : VISITS) {
            Map<String, String> seat = Map.of("subject", subject, "event", visit, "form", "VS");
            sample.measure(() -> person.page(address(
                    person.entry("/forms?" + study.place(), seat).path("id").asLong())));
        }
    }
}
