package org.casebook.it.job;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.casebook.it.Running;
import org.casebook.it.Visitors;

/** The people of one site at their browsers: they add a participant, date visits, fill forms, sign, randomise. */
final class Site {
    private final String study;
    private final String number;
    private final Visitors visitors;
    private final Typed typed;
    private Page coordinator;
    private Page investigator;

    Site(String study, String number, Visitors visitors, Typed typed) {
        this.study = study;
        this.number = number;
        this.visitors = visitors;
        this.typed = typed;
    }

    /** Adds a participant with one click and a confirmation. */
    String addParticipant() {
        coordinator = visitors.signedIn("coordinator-" + number);
        open(coordinator, "/subject/subjects.xhtml", "");
        coordinator.locator("button[data-url='/entry/subjects']").click();
        coordinator.locator("#reason-ok").click();
        coordinator.waitForURL(address -> address.contains("/subject/subject.xhtml"));
        return coordinator.url().replaceAll(".*[?&]subject=([^&]+).*", "$1");
    }

    void visit(String subject, String event, LocalDate date) {
        subjectPage(coordinator, subject);
        Locator row = coordinator.locator("tr[id='" + event + "']");
        row.locator("details.menu > summary").click();
        row.locator("input[name=date]").fill(date.toString());
        row.locator("button[type=submit]").click();
        coordinator
                .locator("tr[id='" + event + "'] .visit-date:has-text('" + date.getYear() + "')")
                .waitFor();
    }

    /** Opens a form of a visit, answers it and says that all is entered. */
    long fill(String subject, String event, String form, Map<String, String> answers) {
        subjectPage(coordinator, subject);
        coordinator
                .locator("tr[id='" + event + "'] a[href*='&event=" + event + "&form=" + form + "']")
                .click();
        typed.add(subject, event, form, answers);
        return finish(answers);
    }

    /** Adds a row to a log. */
    long row(String subject, String log, String form, Map<String, String> answers) {
        subjectPage(coordinator, subject);
        coordinator
                .locator("#log-" + form + " button[data-url='/entry/rows'][data-field-form='" + form + "']")
                .click();
        typed.add(subject, log, form, answers);
        return finish(answers);
    }

    /** Adds a row to a form with rows at a visit. */
    long rowAt(String subject, String event, String form, Map<String, String> answers) {
        subjectPage(coordinator, subject);
        coordinator
                .locator("[data-field-event='" + event + "'][data-field-form='" + form + "']")
                .click();
        return finish(answers);
    }

    /** Tells another state of the participation, as of today. */
    void stand(String subject, String status, LocalDate day, String reason) {
        subjectPage(coordinator, subject);
        coordinator.getByText("Change status").click();
        Locator box = coordinator.locator(".standing-box");
        box.locator("select[name=status]").selectOption(status);
        box.locator("input[name=date]").fill(day.toString());
        box.locator("[name=reason]").fill(reason);
        Reload.after(coordinator, () -> box.locator("button[type=submit]").click());
    }

    private long finish(Map<String, String> answers) {
        coordinator.waitForURL(address -> address.contains("/capture/case-form.xhtml"));
        FormScreen screen = new FormScreen(coordinator);
        screen.answer(answers);
        screen.complete();
        return screen.id();
    }

    /** The investigator signs everything of the site that waits for a signature, with the password once. */
    void signAll() {
        investigator = visitors.signedIn("investigator-" + number);
        open(investigator, "/signature/sign.xhtml", "");
        investigator.locator("input[data-check-all='form-']").check();
        investigator.locator("input[name=meaning][value=APPROVAL]").check();
        investigator
                .locator("form[data-url='/entry/signatures'] button[type=submit]")
                .click();
        Password.type(investigator, "investigator-" + number);
        investigator.locator("#signed").waitFor();
    }

    void randomize(String subject) {
        subjectPage(investigator, subject);
        investigator.locator("#randomize:not([aria-disabled=true])").click();
        investigator.locator("#reason-ok").click();
        investigator
                .locator("#randomize")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    /** The coordinator answers the one query that is open at the site. */
    void answerQuery(String text) {
        open(coordinator, "/query/queries.xhtml", "");
        coordinator.locator("details.reply > summary").first().click();
        coordinator.locator("details.reply textarea[name=text]").first().fill(text);
        Locator send = coordinator.locator("details.reply button[type=submit]").first();
        Reload.after(coordinator, send::click);
    }

    private void subjectPage(Page page, String subject) {
        open(page, "/subject/subject.xhtml", "&subject=" + subject);
    }

    private void open(Page page, String path, String more) {
        page.navigate(Running.system().url(path + "?study=" + study + "&site=" + number + more));
    }
}
