package org.casebook.web.capture;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.DataCapture;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Sentence;
import org.casebook.linking.FormLinks;
import org.casebook.linking.LinkedRow;
import org.casebook.linking.RowLinks;
import org.casebook.signature.Meaning;
import org.casebook.signature.SignatureView;
import org.casebook.signature.Signing;
import org.casebook.web.shell.Address;
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
            Optional<DataCapture.Seat> named = named();
            view = named.isPresent()
                    ? dataCapture.open(shell.scope(), named.get())
                    : dataCapture.open(shell.scope(), formId());
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

    /** Whether the form is begun; an empty one that stands at its seat is not. */
    public boolean isBegun() {
        return getView().header().id() != 0;
    }

    public boolean isNotBegun() {
        return !isBegun();
    }

    /** The form's id as the page's script knows it; empty while it is not begun. */
    public String getKey() {
        return isBegun() ? String.valueOf(getView().header().id()) : "";
    }

    /** The form's seat as it stands in an address; empty for rows. */
    public String getSeat() {
        CaseFormView.Header header = getView().header();
        return isFollowed()
                ? Stream.of(header.subject(), header.event(), header.form())
                        .map(Address::part)
                        .collect(Collectors.joining("/"))
                : "";
    }

    /** The seat with its study, which names it everywhere; empty for rows. */
    public String getWholeSeat() {
        return isFollowed() ? Address.part(getView().header().scope().study()) + "/" + getSeat() : "";
    }

    /** The form in the addresses of endpoints: by its id, or while it is not begun by its seat. */
    public String getAddress() {
        return isBegun() ? "forms/" + getKey() : "seats/" + getSeat();
    }

    /** The state to show: locked outranks signed, signed outranks complete. */
    public String getState() {
        CaseFormView.Header header = getView().header();
        if (!isBegun() && !header.locked()) {
            return "NOT_STARTED";
        }
        if (header.locked() || getSignatures().isEmpty()) {
            return header.locked() ? "LOCKED" : header.state().name();
        }
        return getSignatures().stream().anyMatch(SignatureView::holds) ? "SIGNED" : "SIGNATURE_BROKEN";
    }

    /** Every signature that this form bears or bore (21 CFR 11.50(b): shown with the record). */
    public List<SignatureView> getSignatures() {
        if (signatures == null) {
            signatures =
                    isBegun() ? signing.ofForm(shell.scope(), getView().header().id()) : List.of();
        }
        return signatures;
    }

    public boolean isSignatureShown() {
        return !getSignatures().isEmpty();
    }

    /** What was signed, in the reader's words; the record keeps the sentence as it was signed. */
    private static String meaning(SignatureView signature) {
        return Stream.of(Meaning.values())
                .filter(meaning -> meaning.sentence().equals(signature.meaning()))
                .map(meaning -> Words.of("signature", "meaning." + meaning))
                .findFirst()
                .orElse(signature.meaning());
    }

    /** One signature in words: name, time and meaning, and what broke it. */
    public String told(SignatureView signature) {
        String signedAt = Times.text(signature.signedAt());
        return signature.holds()
                ? Words.of("capture", "signedBy", signature.signer(), signedAt, meaning(signature))
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
        return isAtVisit() ? "&event=" + Address.part(getView().header().event()) : "";
    }

    /** Whether monitors' keys and buttons are drawn. */
    public boolean isVerifiable() {
        return isBegun() && shell.may(Permission.VERIFY);
    }

    public boolean isQueryable() {
        return isBegun() && shell.may(Permission.RAISE_QUERY);
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
            CaseFormView.Header header = getView().header();
            links = isBegun()
                    ? rowLinks.of(shell.scope(), header.id())
                    : rowLinks.of(shell.scope(), new DataCapture.Seat(header.subject(), header.event(), header.form()));
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

    /** Whether it can be made void, or will be once it is begun here. */
    public boolean isVoidable() {
        return getView().permits().voidable()
                || !isBegun() && getView().permits().correctable();
    }

    /** Style class of the two buttons: while the form is not begun they have one place, so that nothing moves when it is. */
    public String getTurns() {
        return isBegun() ? "by-turns" : "by-turns one-place";
    }

    public boolean isLeftBlank() {
        return getView().header().leftBlank() != null;
    }

    /** Why the form was left blank as a whole, in words. */
    public String getLeftBlankWords() {
        String code = getView().header().leftBlank().name();
        return Words.of("capture", "formLeftBlank", Words.of("capture", "blank." + code));
    }

    /** The seat that the address names, on the form's own page alone: that of a log names the row that is open. */
    private Optional<DataCapture.Seat> named() {
        String event = request.getParameter("event");
        return event == null || request.getParameter(LogPage.OPEN) != null
                ? Optional.empty()
                : Optional.of(
                        new DataCapture.Seat(request.getParameter("subject"), event, request.getParameter("form")));
    }

    private long formId() {
        // on the page of a log “form” names the log
        String open = request.getParameter(LogPage.OPEN);
        String form = open == null ? request.getParameter("form") : open;
        try {
            return Long.parseLong(form);
        } catch (NumberFormatException notANumber) {
            throw new Invalid(Sentence.of("kernel", "addressNoForm"));
        }
    }
}
