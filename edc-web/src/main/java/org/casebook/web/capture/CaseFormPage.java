package org.casebook.web.capture;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.DataCapture;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.linking.FormLinks;
import org.casebook.linking.LinkedRow;
import org.casebook.linking.RowLinks;
import org.casebook.signature.SignatureView;
import org.casebook.signature.Signing;
import org.casebook.web.shell.Shell;
import org.casebook.web.shell.Times;
import org.casebook.web.shell.Words;

/** One case form, drawn for reading and for entry. Nothing is posted back: case-form.js talks to the entry endpoint. */
@Named
@RequestScoped
public class CaseFormPage {

    @Inject
    private DataCapture dataCapture;

    @Inject
    private Shell shell;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Signing signing;

    @Inject
    private RowLinks rowLinks;

    private CaseFormView view;
    private FormLinks links;
    private List<SignatureView> signatures;
    private List<SectionLines> sections;

    public CaseFormView getView() {
        if (view == null) {
            view = dataCapture.open(shell.scope(), formId());
        }
        return view;
    }

    public List<SectionLines> getSections() {
        if (sections == null) {
            sections = lines();
        }
        return sections;
    }

    /** The form's name, with the row's number for a log. */
    public String getTitle() {
        CaseFormView.Header header = getView().header();
        return header.row() == null
                ? header.formName()
                : Words.of("capture", "rowTitle", header.formName(), header.row());
    }

    /** The state to show: locked outranks signed, signed outranks complete. */
    public String getState() {
        CaseFormView.Header header = getView().header();
        if (header.locked() || getSignatures().isEmpty()) {
            return header.locked() ? "LOCKED" : header.state().name();
        }
        return getSignatures().stream().anyMatch(SignatureView::holds) ? "SIGNED" : "SIGNATURE_BROKEN";
    }

    /** Every signature that this form bears or bore (21 CFR 11.50(b): shown with the record). */
    public List<SignatureView> getSignatures() {
        if (signatures == null) {
            signatures = signing.ofForm(shell.scope(), formId());
        }
        return signatures;
    }

    public boolean isSignatureShown() {
        return !getSignatures().isEmpty();
    }

    /** One signature in words: name, time and meaning, and what broke it. */
    public String told(SignatureView signature) {
        String signedAt = Times.text(signature.signedAt());
        return signature.holds()
                ? Words.of("capture", "signedBy", signature.signer(), signedAt, signature.meaning())
                : Words.of(
                        "capture",
                        "signatureBroken",
                        signature.signer(),
                        signedAt,
                        Times.text(signature.brokenAt()),
                        signature.brokenBy());
    }

    public boolean isLogRow() {
        return getView().header().row() != null;
    }

    /** Whether it belongs to a visit: every form but the rows of logs. */
    public boolean isAtVisit() {
        return getView().header().event() != null;
    }

    /** Whether the same form may stand at other visits: not so of rows. */
    public boolean isFollowed() {
        return isAtVisit() && !isLogRow();
    }

    /** The visit as it stands in an address; empty for rows of logs. */
    public String getEventQuery() {
        return isAtVisit() ? "&event=" + URLEncoder.encode(getView().header().event(), StandardCharsets.UTF_8) : "";
    }

    /** Whether monitors' keys and buttons are drawn. */
    public boolean isVerifiable() {
        return shell.may(Permission.VERIFY);
    }

    public boolean isQueryable() {
        return shell.may(Permission.RAISE_QUERY);
    }

    public boolean isHistoryShown() {
        return shell.may(Permission.VIEW_AUDIT);
    }

    private List<SectionLines> lines() {
        boolean correctable = getView().permits().correctable();
        List<SectionLines> drawn = new ArrayList<>();
        int number = 0;
        for (CaseFormView.Section section : getView().sections()) {
            List<ItemLine> items = new ArrayList<>();
            for (CaseFormView.Item item : section.items()) {
                items.add(new ItemLine(number++, item, correctable, offered(item)));
            }
            drawn.add(new SectionLines(section.title(), section.help(), section.lang(), items));
        }
        return drawn;
    }

    private List<RowLine> offered(CaseFormView.Item item) {
        return item.link() == null ? List.of() : told(getLinks().of(item.oid()));
    }

    private List<RowLine> told(List<LinkedRow> rows) {
        return rows.stream().map(row -> RowLine.of(row, shell.getQuery())).toList();
    }

    private FormLinks getLinks() {
        if (links == null) {
            links = rowLinks.of(shell.scope(), formId());
        }
        return links;
    }

    /** What leads to this row; empty for forms without rows. */
    public List<RowLine> getLinkedFrom() {
        return isLogRow() ? told(getLinks().from()) : List.of();
    }

    public boolean isLinked() {
        return !getLinkedFrom().isEmpty();
    }

    public boolean isLeftBlank() {
        return getView().header().leftBlank() != null;
    }

    /** Why the form was left blank as a whole, in words. */
    public String getLeftBlankWords() {
        String code = getView().header().leftBlank().name();
        return Words.of("capture", "formLeftBlank", Words.of("capture", "blank." + code));
    }

    private long formId() {
        // on the page of a log “form” names the log
        String open = request.getParameter(LogPage.OPEN);
        String form = open == null ? request.getParameter("form") : open;
        try {
            return Long.parseLong(form);
        } catch (NumberFormatException notANumber) {
            throw new Invalid("The address names no form. Open the form from the participant's page.");
        }
    }
}
