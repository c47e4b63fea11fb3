package org.casebook.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebook.runtime.demo.Rest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Saves that no page of ours would send: each is refused, changes nothing, and stands in the trail as a try. */
class ForgedSaveIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN_SITE = "study=BMMSC&site=101";

    @RegisterExtension
    final Visitors visitors = new Visitors();

    private Page page;
    private String csrf;
    private long form;

    @BeforeEach
    void form() {
        Trial.load();
        page = visitors.signedIn("coordinator-101");
        csrf = token(page);
        form = row("101", "101-002");
    }

    @Test
    void without_the_token_of_its_own_session_a_save_is_refused_and_noted() throws Exception {
        refused(save(page.request(), null, form, "AETERM", OWN_SITE), 403, "forged-request", 1);
        refused(save(page.request(), "0123456789abcdef", form, "AETERM", OWN_SITE), 403, "forged-request", 2);
        String others = token(visitors.signedIn("investigator-101"));
        refused(save(page.request(), others, form, "AETERM", OWN_SITE), 403, "forged-request", 3);
    }

    @Test
    void without_a_session_the_right_token_opens_nothing() throws Exception {
        Page nobody = visitors.tab("nobody");
        refused(save(nobody.request(), csrf, form, "AETERM", OWN_SITE), 401, "not-signed-in", 0);
    }

    @Test
    void a_record_of_another_site_is_not_there_and_the_try_is_noted() throws Exception {
        long theirs = row("102", "102-001");
        long revision = revision(theirs);
        APIResponse answer = save(page.request(), csrf, theirs, "AETERM", OWN_SITE);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo("not-found");
        assertThat(tries(theirs, "not-found")).isEqualTo(1);
        APIResponse there = save(page.request(), csrf, theirs, "AETERM", "study=BMMSC&site=102");
        assertThat(there.status()).isEqualTo(403);
        assertThat(one("select count(*) from edc.audit_entry where action = 'access-denied' and username ="
                        + " 'coordinator-101' and reason = 'DataCapture.save' and site = '102'"))
                .isPositive();
        assertThat(revision(theirs)).isEqualTo(revision);
    }

    @Test
    void an_item_that_is_not_in_the_form_is_refused_and_noted() throws Exception {
        refused(save(page.request(), csrf, form, "VASBACK", OWN_SITE), 404, "not-found", 1);
        refused(save(page.request(), csrf, form, "NO_SUCH_ITEM", OWN_SITE), 404, "not-found", 2);
    }

    @Test
    void a_closed_form_takes_nothing_and_the_try_is_noted() throws Exception {
        assertThat(send(
                                page.request(),
                                "POST",
                                csrf,
                                "/entry/forms/" + form + "/void?" + OWN_SITE,
                                Map.of("reason", "Twice"))
                        .status())
                .isEqualTo(200);
        refused(save(page.request(), csrf, form, "AETERM", OWN_SITE), 409, "form-is-closed", 1);
    }

    @Test
    void a_locked_form_takes_nothing_and_the_try_is_noted() throws Exception {
        String subject = readyToLock();
        Page manager = visitors.signedIn("data-manager");
        APIResponse lock = send(
                manager.request(),
                "POST",
                token(manager),
                "/entry/locks/subject?" + OWN_SITE,
                Map.of("subject", subject, "reason", "All is settled"));
        assertThat(lock.status()).as(lock.text()).isEqualTo(200);
        long revision = revision(form);
        Map<String, Object> entry = Map.of(
                "key", UUID.randomUUID().toString(), "text", "Forged", "itemRevision", 1, "reason", "Forged too");
        String path = "/entry/forms/" + form + "/items/MHTERM?" + OWN_SITE;
        APIResponse answer = send(page.request(), "PUT", csrf, path, entry);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(code(answer)).isEqualTo("form-is-closed");
        assertThat(answer.text()).contains("locked");
        assertThat(tries(form, "form-is-closed")).isEqualTo(1);
        String seat = "/entry/seats/" + subject + "/SE_DAY0/PAIN/items/NRSLEG?" + OWN_SITE;
        APIResponse begun = send(
                page.request(),
                "PUT",
                csrf,
                seat,
                Map.of("key", UUID.randomUUID().toString(), "text", "4", "itemRevision", 0));
        assertThat(begun.status()).isEqualTo(409);
        assertThat(one("select count(*) from edc.audit_entry where action = 'change-refused' and username ="
                        + " 'coordinator-101' and reason like 'PUT /entry/seats/" + subject + "/%'"))
                .isEqualTo(1);
        assertThat(revision(form)).isEqualTo(revision);
        assertThat(one("select count(*) from edc.case_form where study = 'BMMSC' and subject_key = '" + subject + "'"))
                .as("the locked form alone")
                .isEqualTo(1);
    }

    /** A participant whose one form is complete and asks for nothing more; {@link #form} is that form. */
    private String readyToLock() {
        Rest coordinator = Trial.as("coordinator-101");
        String participants = "/studies/BMMSC/participants";
        String subject = coordinator
                .post(participants + "?site=101", null)
                .path("subject")
                .asText();
        form = row("101", subject, "MH");
        coordinator.put(
                "/studies/BMMSC/forms/" + form + "/items?site=101",
                List.of(
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "item",
                                "MHTERM",
                                "text",
                                "Asthma",
                                "itemRevision",
                                0),
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "item",
                                "MHONGO",
                                "text",
                                "yes",
                                "itemRevision",
                                0)));
        coordinator.post("/studies/BMMSC/forms/" + form + "/complete?site=101", null);
        coordinator.post(
                participants + "/" + subject + "/visits/SE_SCREEN/not-done?site=101", Map.of("reason", "Did not come"));
        coordinator.post(
                participants + "/" + subject + "/standing?site=101",
                Map.of(
                        "status",
                        "SCREEN_FAILED",
                        "date",
                        LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                        "reason",
                        "Did not come"));
        coordinator.post(
                participants + "/" + subject + "/visits/SE_END/not-done?site=101", Map.of("reason", "Did not come"));
        return subject;
    }

    @Test
    void a_link_to_what_is_no_row_of_this_participant_is_refused_and_noted() throws Exception {
        long medication = row("101", "101-002", "CM");
        long theirs = row("101", "101-001", "AE");
        for (String rows : List.of(String.valueOf(theirs), "999999999", String.valueOf(medication))) {
            String path = "/entry/forms/" + medication + "/items/CMAENO";
            Map<String, Object> entry = Map.of("key", UUID.randomUUID().toString(), "text", rows, "itemRevision", 0);
            APIResponse answer = send(page.request(), "PUT", csrf, path + "?" + OWN_SITE, entry);
            assertThat(answer.status()).as(rows).isEqualTo(404);
        }
        assertThat(tries(medication, "not-found")).isEqualTo(3);
        assertThat(revision(medication)).isEqualTo(1);
    }

    @Test
    void who_may_only_read_stores_nothing_and_the_try_is_noted() throws Exception {
        Page monitor = visitors.signedIn("monitor");
        long before = one("select count(*) from edc.audit_entry where action = 'access-denied' and username = 'monitor'"
                + " and reason = 'DataCapture.save'");
        refused(save(monitor.request(), token(monitor), form, "AETERM", OWN_SITE), 403, "not-allowed", 0);
        assertThat(one("select count(*) from edc.audit_entry where action = 'access-denied' and username = 'monitor'"
                        + " and reason = 'DataCapture.save'"))
                .isEqualTo(before + 1);
    }

    @Test
    void a_request_sent_again_is_one_change_and_its_key_opens_nothing_else() throws Exception {
        Map<String, Object> entry = Map.of("key", UUID.randomUUID().toString(), "text", "Cough", "itemRevision", 0);
        String path = "/entry/forms/" + form + "/items/AETERM?" + OWN_SITE;
        String first = send(page.request(), "PUT", csrf, path, entry).text();
        for (int again = 0; again < 3; again++) {
            APIResponse answer = send(page.request(), "PUT", csrf, path, entry);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(JSON.readTree(answer.text()).path("item"))
                    .isEqualTo(JSON.readTree(first).path("item"));
        }
        assertThat(one("select count(*) from edc.audit_entry where item_oid = 'AETERM' and form_id = " + form))
                .isEqualTo(1);
        Page colleague = visitors.signedIn("investigator-101");
        APIResponse stolen = send(colleague.request(), "PUT", token(colleague), path, entry);
        assertThat(code(stolen)).isEqualTo("key-was-used");
    }

    private void refused(APIResponse answer, int status, String code, int noted) throws IOException, SQLException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(tries(form, code)).isEqualTo(noted);
        assertThat(one("select count(*) from edc.audit_entry where item_oid is not null and form_id = " + form))
                .isZero();
    }

    private static long tries(long form, String code) throws SQLException {
        return one("select count(*) from edc.audit_entry where action = 'change-refused' and new_value = '" + code
                + "' and username = 'coordinator-101' and site = '101' and reason like 'PUT /entry/forms/" + form
                + "/%'");
    }

    private static long revision(long form) throws SQLException {
        return one("select revision from edc.case_form where id = " + form);
    }

    private static long one(String sql) throws SQLException {
        try (var owner = Running.system().asOwner();
                var query = owner.prepareStatement(sql);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long row(String site, String subject) {
        return row(site, subject, "AE");
    }

    private static long row(String site, String subject, String form) {
        return Trial.as("coordinator-" + site)
                .post("/studies/BMMSC/forms?site=" + site, Map.of("subject", subject, "form", form))
                .path("header")
                .path("id")
                .asLong();
    }

    private static APIResponse save(APIRequestContext caller, String csrf, long form, String item, String place) {
        String path = "/entry/forms/" + form + "/items/" + item + "?" + place;
        Map<String, Object> entry = Map.of("key", UUID.randomUUID().toString(), "text", "Forged", "itemRevision", 0);
        return send(caller, "PUT", csrf, path, entry);
    }

    private static APIResponse send(APIRequestContext caller, String method, String csrf, String path, Object body) {
        RequestOptions options = RequestOptions.create()
                .setMethod(method)
                .setMaxRedirects(0)
                .setHeader("Accept", "application/json")
                .setData(body);
        if (csrf != null) {
            options.setHeader("X-CSRF-Token", csrf);
        }
        return caller.fetch(Running.system().url(path), options);
    }

    private static String code(APIResponse answer) throws IOException {
        return JSON.readTree(answer.text()).path("code").asText();
    }

    private static String token(Page page) {
        return page.locator("meta[name=casebook-csrf]").getAttribute("content");
    }
}
