package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Lets the database fail at each statement of a save in turn, before it is carried out and after, until the save runs
 * through: after each fault every table stands as before, the answer is JSON that keeps the entry in the page, and the same
 * request sent again stores once.
 */
class SaveFaultsIT {
    private static final String PLACE = "?study=BMMSC&site=101";
    private static final int MOST_STATEMENTS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private final Map<String, Long> forms = new HashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private final List<String> partial = new ArrayList<>();
    private final Map<String, Integer> statements = new HashMap<>();
    private Page page;
    private String csrf;
    private String subject;
    private Connection owner;
    private int faults;

    /** What is sent, and under which name it is counted. */
    private record Save(String kind, String method, String path, Map<String, Object> body) {}

    @BeforeEach
    void signIn() throws SQLException {
        Trial.load();
        page = visitors.signedIn("coordinator-101");
        csrf = page.locator("meta[name=casebook-csrf]").getAttribute("content");
        owner = Running.system().asOwner();
    }

    @AfterEach
    void close() throws SQLException {
        fault(null, false);
        owner.close();
    }

    @Test
    void a_fault_at_any_statement_of_a_save_leaves_everything_as_it_was() throws Exception {
        for (boolean after : new boolean[] {false, true}) {
            forms.clear();
            revisions.clear();
            subject = Trial.as("coordinator-101")
                    .post("/studies/BMMSC/participants?site=101", null)
                    .path("subject")
                    .asText();
            everyKindOfSave(after);
        }
        Figures.add("kinds of saves with a fault at each SQL statement", statements.size(), "kinds", "", true);
        Figures.add("faults injected at SQL statements of saves", faults, "faults", "", true);
        Figures.atMost("partial states after faults at SQL statements", partial.size(), "states", 0);
        assertThat(partial).isEmpty();
        assertThat(statements.values()).allSatisfy(count -> assertThat(count).isGreaterThan(3));
        assertThat(faults).isGreaterThan(100);
    }

    private void everyKindOfSave(boolean after) throws Exception {
        for (String form : List.of("ICF", "DM", "IE", "ODI")) {
            JsonNode started = read(send(new Save(
                    "start", "POST", "/entry/forms", Map.of("subject", subject, "event", "SE_SCREEN", "form", form))));
            forms.put(form, started.path("id").asLong());
        }
        each(item("consent, for the gate", "ICF", "ICFYN", "yes"), after);
        each(item("date of consent, for the gate", "ICF", "ICFDAT", "2026-01-15"), after);
        each(item("plain value that shows another item", "DM", "SEX", "F"), after);
        each(item("unreadable text that opens a query", "DM", "BRTHDAT", "31/02/1980 or so"), after);
        each(item("text that closes a query", "DM", "BRTHDAT", "2005-06-01"), after);
        each(item("date that fires a check of another form", "ICF", "ICFDAT", "2023-01-15"), after);
        each(item("date that clears a check of another form", "ICF", "ICFDAT", "2026-01-15"), after);
        each(item("criterion of the gate", "IE", "LBPDUR", "7"), after);
        each(first("PAIN", "VASBACK", "62"), after);
        forms.put("PAIN", begun("PAIN"));
        each(item("plain value", "PAIN", "VASBACK", "63"), after);
        each(item("value beside a check", "PAIN", "NRSBACK", "6"), after);
        each(blank("left blank", "PAIN", "NRSLEG", "REFUSED"), after);
        each(complete("PAIN"), after);
        each(item("change with reason of a complete form", "PAIN", "NRSBACK", "7"), after);
        for (int section = 1; section <= 9; section++) {
            read(send(item("fill", "ODI", "ODI" + section, "2")));
        }
        each(item("value with a derived score", "ODI", "ODI10", "5"), after);
    }

    /** Faults at statement 1, 2, 3 …, until the save runs through; then once more the same request. */
    private void each(Save save, boolean after) throws Exception {
        Map<String, String> before = Tables.state(owner);
        long told = trail(save);
        boolean done = false;
        for (int at = 1; at < MOST_STATEMENTS; at++) {
            fault(at, after);
            Answer answer = send(save);
            String[] report = fault(null, false);
            String failed = report.length < 2 ? "" : report[1];
            if (failed.isEmpty()) {
                statements.merge(save.kind(), Integer.parseInt(report[0]), Math::max);
                if (done && !save.method().equals("PUT")) {
                    // it has no key: the second time it is refused as done
                    assertThat(answer.json().path("code").asText()).isEqualTo("form-is-closed");
                    return;
                }
                through(save, answer, before, told + 1);
                return;
            }
            faults++;
            boolean stored = after && failed.equals("commit");
            done |= stored;
            judge(save, at + (after ? " after " : " before ") + failed, answer, before, stored);
        }
        throw new IllegalStateException(save + " never ran through");
    }

    private void judge(Save save, String where, Answer answer, Map<String, String> before, boolean stored)
            throws SQLException {
        Map<String, String> now = Tables.state(owner);
        if (!stored && !now.equals(before)) {
            partial.add(save.kind() + ", " + where + ": " + difference(before, now));
        }
        boolean told = answer.status() >= 400
                && answer.json().path("code").isTextual()
                && answer.json().path("sentence").isTextual();
        if (!told) {
            partial.add(save.kind() + ", " + where + ": answered " + answer.status() + " " + answer.json());
        }
    }

    /** It is stored; sent again it is answered alike and changes nothing. */
    private void through(Save save, Answer answer, Map<String, String> before, long told) throws Exception {
        JsonNode first = read(answer);
        Map<String, String> after = Tables.state(owner);
        assertThat(difference(before, after)).as(save.kind()).contains("edc.case_form", "edc.audit_entry");
        if (save.method().equals("PUT")) {
            assertThat(trail(save)).as(save.kind() + " in the trail").isEqualTo(told);
            assertThat(read(send(save)).path("item")).isEqualTo(first.path("item"));
        }
        assertThat(Tables.state(owner)).isEqualTo(after);
    }

    /** How many changes of the item the trail tells; 0 for what is no item. */
    private long trail(Save save) throws SQLException {
        String[] parts = save.path().split("/");
        boolean seat = parts[2].equals("seats");
        String form =
                seat ? "subject_key = '" + parts[3] + "' and form_oid = '" + parts[5] + "'" : "form_id = " + parts[3];
        String item = save.method().equals("PUT") ? parts[parts.length - 1] : "";
        String sql =
                "select count(*) from edc.audit_entry where " + form + " and item_oid = ? and action like 'item-%'";
        try (var query = owner.prepareStatement(sql)) {
            query.setString(1, item);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Save item(String kind, String form, String item, String text) {
        return entry(kind, form, item, Map.of("text", text));
    }

    /** Into the form of a seat, which is begun by it. */
    private Save first(String form, String item, String text) {
        Save entry = entry("first entry, which begins the form", form, item, Map.of("text", text));
        String seat = "/entry/seats/" + subject + "/SE_SCREEN/" + form + "/items/" + item;
        return new Save(entry.kind(), entry.method(), seat, entry.body());
    }

    private long begun(String form) throws SQLException {
        String sql = "select id from edc.case_form where study = 'BMMSC' and subject_key = ? and form_oid = ?";
        try (var query = owner.prepareStatement(sql)) {
            query.setString(1, subject);
            query.setString(2, form);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                long id = row.getLong(1);
                assertThat(row.next()).as("a second one").isFalse();
                return id;
            }
        }
    }

    private Save blank(String kind, String form, String item, String why) {
        return entry(kind, form, item, Map.of("leftBlank", why));
    }

    private Save entry(String kind, String form, String item, Map<String, Object> typed) {
        Map<String, Object> body = new HashMap<>(typed);
        body.put("key", UUID.randomUUID().toString());
        body.put("itemRevision", revisions.merge(form + item, 1L, Long::sum) - 1);
        body.put("reason", "As the source says.");
        return new Save(kind, "PUT", "/entry/forms/" + forms.get(form) + "/items/" + item, body);
    }

    private Save complete(String form) {
        return new Save("completing", "POST", "/entry/forms/" + forms.get(form) + "/complete", Map.of());
    }

    /** What came back. */
    private record Answer(int status, JsonNode json) {}

    private Answer send(Save save) throws IOException {
        APIResponse response = page.request()
                .fetch(
                        Running.system().url(save.path() + PLACE),
                        RequestOptions.create()
                                .setMethod(save.method())
                                .setHeader("X-CSRF-Token", csrf)
                                .setHeader("Accept", "application/json")
                                .setData(save.body()));
        try {
            boolean json = response.headers().getOrDefault("content-type", "").contains("json");
            return new Answer(response.status(), json ? JSON.readTree(response.body()) : JSON.createObjectNode());
        } finally {
            response.dispose();
        }
    }

    private static JsonNode read(Answer answer) {
        assertThat(answer.status()).as(String.valueOf(answer.json())).isEqualTo(200);
        return answer.json();
    }

    /** Arms the fault, or with null takes it away; then tells the number of statements, and the one that failed. */
    private String[] fault(Integer at, boolean after) {
        String query = at == null ? "" : "?at=" + at + (after ? "&after" : "");
        return page.request()
                .get(Running.system().url("/it/faults" + query))
                .text()
                .split("\n", 2);
    }

    private static List<String> difference(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(table -> !after.get(table).equals(before.get(table)))
                .toList();
    }
}
