package org.casebook.web.capture;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.casebook.capture.CaseFormView;
import org.casebook.capture.ItemState;
import org.casebook.rules.DataType;
import org.casebook.web.shell.Words;

/**
 * One item as drawn.
 *
 * @param number place on the form, from 0; part of element ids
 * @param correctable whether this person may change it now
 */
public record ItemLine(int number, CaseFormView.Item item, boolean correctable) {

    /** More answers than these are offered in a list that opens instead of side by side. */
    private static final int MOST_BUTTONS = 7;

    private static final String ISO_DATE = "\\d{4}-\\d{2}-\\d{2}";

    /** Which drawing of {@link ItemFields} is its entry part. */
    public String widget() {
        if (item.derived() || item.type() == DataType.CALCULATED) {
            return "derived";
        }
        if (!correctable) {
            return "shown";
        }
        return switch (item.type()) {
            case LONG_TEXT -> "long-text";
            case INTEGER, DECIMAL -> "number";
            case DATE -> isTypedOtherwise() ? "text" : "date";
            case BOOLEAN -> "yes-no";
            case CHOICE -> item.options().size() > MOST_BUTTONS ? "choice-list" : "choice";
            case MULTI_CHOICE -> "multi-choice";
            case PARTIAL_DATE -> "partial-date";
            case TIME, DATETIME -> "time";
            case VAS -> "scale";
            case TEXT, CALCULATED -> "text";
        };
    }

    /** Text that a date field of the browser could not show: it must stay in sight, so a text field is drawn. */
    private boolean isTypedOtherwise() {
        String text = item.state().text();
        return text != null && !text.matches(ISO_DATE);
    }

    public ItemState state() {
        return item.state();
    }

    /** What stands in a field of text: as typed. */
    public String text() {
        return item.state().text();
    }

    /** What is marked among the answers: the code where the text was read, else as typed. */
    public String chosen() {
        return item.state().value() == null ? item.state().text() : item.state().value();
    }

    public List<String> chosenCodes() {
        String codes = chosen();
        return codes == null
                ? List.of()
                : Arrays.stream(codes.split(",")).map(String::strip).toList();
    }

    /** What a reader sees: decoded, as typed when not readable; empty when nothing is there. */
    public String shown() {
        if (item.type() == DataType.BOOLEAN && item.state().value() != null) {
            return Words.of("common", Boolean.parseBoolean(item.state().value()) ? "yes" : "no");
        }
        if (item.type().isChoice()) {
            return chosenCodes().stream().map(this::decode).collect(Collectors.joining(", "));
        }
        return Objects.toString(item.type().isNumber() ? chosen() : text(), "");
    }

    private String decode(String code) {
        return item.options().stream()
                .filter(option -> option.code().equals(code))
                .map(CaseFormView.Option::decode)
                .findFirst()
                .orElse(code);
    }

    /** The word for the left-blank reason; empty when there is none. */
    public String leftBlank() {
        return item.state().leftBlank() == null
                ? ""
                : Words.of("capture", "blank." + item.state().leftBlank());
    }

    /** What a list shows: the answer, or why there is none. */
    public String answer() {
        return shown().isEmpty() ? leftBlank() : shown();
    }

    /** Out of sight: a condition hides it and nothing is typed in it. */
    public boolean outOfSight() {
        return item.state().hidden() && item.state().text() == null;
    }

    /** The attribute {@code hidden}; null draws none. */
    public String hidden() {
        return outOfSight() ? "hidden" : null;
    }

    /** Whether a reason for leaving it blank can be given. */
    public boolean canBeLeftBlank() {
        return correctable && !item.derived();
    }

    /** Entering data, Tab goes from field to field (the buttons beside have keys of their own); reading, to each item. */
    public String tabStop() {
        return correctable ? "-1" : "0";
    }

    public String mode() {
        return item.type() == DataType.INTEGER ? "numeric" : "decimal";
    }

    /** Width of the field in characters, as on paper: as wide as the answer. */
    public int width() {
        int most = 40;
        return item.length() == null ? 10 : Math.min(most, Math.max(4, item.length() + 2));
    }

    public String low() {
        return item.scale() == null ? "0" : item.scale().low().toPlainString();
    }

    public String high() {
        return item.scale() == null ? "10" : item.scale().high().toPlainString();
    }

    public String lowLabel() {
        return item.scale() == null ? "" : item.scale().lowLabel().text();
    }

    public String highLabel() {
        return item.scale() == null ? "" : item.scale().highLabel().text();
    }

    public String fieldId() {
        return "v" + number;
    }

    public String labelId() {
        return "l" + number;
    }

    public String messagesId() {
        return "m" + number;
    }

    /** Whether the entry part is a group of buttons, which a label element cannot name. */
    public boolean group() {
        return List.of("yes-no", "choice", "multi-choice", "shown", "derived").contains(widget());
    }
}
