package org.casebook.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.casebook.report.WorkItem;
import org.casebook.report.Worklist.Kind;
import org.casebook.web.shell.Words;

/**
 * One thing to do as its line is drawn.
 *
 * @param place study and site as the page's address names them, for links
 * @param study OID of the study
 */
public record WorkLine(Kind kind, WorkItem item, String place, String study) {

    /** Where to act. */
    public String href() {
        return switch (kind) {
            case VISIT_OVERDUE, VISIT_MISSED, VISIT_DUE, FORM_MISSING, RECONSENT_DUE, READY_TO_RANDOMIZE ->
                subjectPage();
            case FORM_TO_SIGN, SIGNATURE_BROKEN -> "/signature/sign.xhtml?" + place;
            case SUBJECT_TO_LOCK, STUDY_TO_LOCK -> "/signature/lock.xhtml?" + place;
            case DATASET_READY -> "/dataset/datasets.xhtml?" + place;
            case SITE_TO_ACTIVATE -> "/site/sites.xhtml?" + place;
            case LIST_RUNNING_OUT -> "/randomization/allocation.xhtml?" + place;
            default -> item.formId() == null ? subjectPage() : formPage();
        };
    }

    /** Whether it can be asked why: visits whose window opened or closed. */
    public boolean wondered() {
        return item.event() != null && kind.name().startsWith("VISIT_");
    }

    /** What a screen reader hears of the question why. */
    public String wonder() {
        return Words.of("explanation", "whyOfVisit", item.visit(), item.subject());
    }

    /** What it is about, first of all. */
    public String about() {
        return item.subject() != null ? item.subject() : item.site() == null ? study : item.site();
    }

    public String what() {
        if (kind == Kind.LOCK_BLOCKED) {
            return item.note();
        }
        if (kind == Kind.LIST_RUNNING_OUT) {
            return Words.of("report", "slotsLeft", item.count());
        }
        if (item.form() == null) {
            return item.visit() == null ? Words.of("report", "do." + kind.name()) : item.visit();
        }
        return item.visit() == null ? item.form() : Words.of("report", "formOfVisit", item.form(), item.visit());
    }

    public String when() {
        if (kind == Kind.FORM_TO_VERIFY) {
            return Words.of("report", "items", item.count());
        }
        if (item.until() != null) {
            String key = kind == Kind.VISIT_DUE ? "until" : "was";
            return Words.of("report", key, item.until().toString());
        }
        return item.from() == null ? "" : item.from().toString();
    }

    public String note() {
        return item.note() == null || kind == Kind.LOCK_BLOCKED ? "" : item.note();
    }

    /** Where all work of this sort stands. */
    static String wholeList(Kind kind, String place) {
        return switch (kind) {
            case QUERY_TO_ANSWER, QUERY_TO_REVIEW -> "/query/queries.xhtml?" + place;
            case FORM_TO_SIGN, SIGNATURE_BROKEN -> "/signature/sign.xhtml?" + place;
            case FORM_TO_VERIFY -> "/monitoring/verification.xhtml?" + place;
            case LOCK_BLOCKED, SUBJECT_TO_LOCK -> "/signature/lock.xhtml?" + place;
            default -> "/subject/subjects.xhtml?" + place;
        };
    }

    private String formPage() {
        String anchor = item.item() == null ? "" : "#item-" + item.item();
        return "/capture/case-form.xhtml?" + place + "&form=" + item.formId() + anchor;
    }

    private String subjectPage() {
        return "/subject/subject.xhtml?" + place + "&subject=" + encode(item.subject());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
