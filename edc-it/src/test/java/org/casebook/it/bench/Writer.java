package org.casebook.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.casebook.runtime.Fault;
import org.casebook.runtime.demo.Refused;
import org.casebook.runtime.demo.Rest;

/** One person who types into one item of a row again and again, each time another text, and notes what was acknowledged. */
final class Writer {
    static final String ITEM = "MHTERM";

    private static final int FIRST_SERVER_FAULT = 500;

    private final Rest rest;
    private final long form;
    private final List<String> acknowledged = new ArrayList<>();
    private long revision;
    private Typed unanswered;

    /** What is sent; the names are those of REST. */
    private record Typed(String key, String item, String text, long itemRevision) {}

    Writer(Rest rest, long form) {
        this.rest = rest;
        this.form = form;
    }

    /** Writes until the server is silent. Whatever was sent last may be stored or not. */
    void writeUntilSilence(CountDownLatch warm) {
        try {
            while (true) {
                String text = "text " + UUID.randomUUID();
                unanswered = new Typed(UUID.randomUUID().toString(), ITEM, text, revision);
                send();
                warm.countDown();
            }
        } catch (Refused refused) {
            if (refused.status() < FIRST_SERVER_FAULT) {
                throw refused;
            }
        } catch (Fault silence) {
            // killed: sendAgain finds out
        }
    }

    /** Sends what was not answered once more under the same key. */
    void sendAgain() {
        if (unanswered != null) {
            send();
        }
    }

    private void send() {
        JsonNode saved = rest.put("/studies/BMMSC/forms/" + form + "/items?site=101", List.of(unanswered));
        revision = saved.path(0).path("item").path("revision").asLong();
        acknowledged.add(unanswered.text());
        unanswered = null;
    }

    long form() {
        return form;
    }

    /** The texts whose storing was acknowledged. */
    List<String> acknowledged() {
        return acknowledged;
    }
}
