package org.casebook.web.signature;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.casebook.kernel.Permission;
import org.casebook.signature.Meaning;
import org.casebook.signature.SignableForm;
import org.casebook.signature.SignatureView;
import org.casebook.signature.Signing;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** The forms ready to sign with what would be signed, and after signing the signatures that were made. */
@Named
@RequestScoped
public class SignPage {

    @Inject
    private Signing signing;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    private List<SignableForm> forms;
    private List<SignatureView> signed;

    /** Those ready; only the one that the address names, when it names one. */
    public List<SignableForm> getForms() {
        if (forms == null) {
            Long only = number("form");
            forms = signing.ready(shell.scope()).stream()
                    .filter(form -> only == null || form.formId() == only)
                    .toList();
        }
        return forms;
    }

    /** The signatures just made; empty when the page is not the way back from the password. */
    public List<SignatureView> getSigned() {
        if (signed == null) {
            Long made = number("signed");
            signed = made == null ? List.of() : signing.ofRequest(shell.scope(), made);
        }
        return signed;
    }

    public boolean isJustSigned() {
        return !getSigned().isEmpty();
    }

    public boolean isFilled() {
        return !getForms().isEmpty();
    }

    /** Whether the person may look and not sign. */
    public boolean isOnlooking() {
        return !isSignable();
    }

    public boolean isSignable() {
        return shell.may(Permission.SIGN);
    }

    public Meaning[] getMeanings() {
        return Meaning.values();
    }

    /** What the sentence that is signed says in the reader's language; empty where he reads it as it is. */
    public String gloss(Meaning meaning) {
        String words = Words.of("signature", "meaning." + meaning);
        return words.equals(meaning.sentence()) ? "" : words;
    }

    public String getSigner() {
        return shell.getPerson();
    }

    /** Whether the form stands alone on the page and is chosen from the start. */
    public String getChosen() {
        return number("form") == null ? null : "checked";
    }

    public String getOpened() {
        return number("form") == null ? null : "open";
    }

    public String title(SignableForm form) {
        return form.row() == null
                ? Words.of("signature", "formAtVisit", form.formName(), form.eventName())
                : Words.of("signature", "rowOfLog", form.formName(), form.row());
    }

    public String hint(SignableForm form) {
        long answered =
                form.lines().stream().filter(line -> !line.answer().isEmpty()).count();
        return Words.of("signature", "answers", answered, form.lines().size());
    }

    public String queries(SignableForm form) {
        return Words.of("signature", "openQueries", form.openQueries());
    }

    public boolean queried(SignableForm form) {
        return form.openQueries() > 0;
    }

    public boolean broken(SignableForm form) {
        return form.broken() != null;
    }

    public String answer(SignableForm.Line line) {
        return line.answer().isEmpty() ? Words.of("signature", "notAnswered") : line.answer();
    }

    /** Who signed it before, when, and when that stopped holding. */
    public String before(SignableForm form) {
        return Words.of(
                "signature",
                "signedBefore",
                form.broken().signer(),
                Times.text(form.broken().signedAt()),
                Times.text(form.broken().brokenAt()));
    }

    public List<String> changes(SignableForm form) {
        return form.broken().brokenBy().lines().toList();
    }

    public String time(SignatureView signature) {
        return Times.text(signature.signedAt());
    }

    private Long number(String parameter) {
        String text = request.getParameter(parameter);
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
