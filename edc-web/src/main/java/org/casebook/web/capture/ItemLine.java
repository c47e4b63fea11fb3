package org.casebook.web.capture;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * @param rows the rows to which it can lead; empty for other types
 */
public record ItemLine(int number, CaseFormView.Item item, boolean correctable, List<RowLine> rows) {

    /** More answers than these are offered in a list that opens instead of side by side. */
    private static final int MOST_BUTTONS = 7;

    /** More than these are searched by typing. */
    private static final int MOST_IN_A_LIST = 20;

    public ItemLine {
        rows = List.copyOf(rows);
    }

    public ItemLine(int number, CaseFormView.Item item, boolean correctable) {
        this(number, item, correctable, List.of());
    }

    private static final Pattern WHOLE_DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d)?).*");

    /** Which drawing of {@link ItemFields} is its entry part. */
    public String widget() {
        if (item.type() == DataType.ATTACHMENT) {
            return "attachment";
        }
        if (item.type() == DataType.ROW_LINK) {
            return "row-links";
        }
        if (item.derived() || item.type() == DataType.CALCULATED) {
            return "derived";
        }
        if (!correctable) {
            return "shown";
        }
        return switch (item.type()) {
            case LONG_TEXT -> "long-text";
            case INTEGER, DECIMAL -> "number";
            case DATE -> "date";
            case BOOLEAN -> "yes-no";
            case CHOICE -> choice(item.options().size());
            case MULTI_CHOICE -> "multi-choice";
            case PARTIAL_DATE -> "partial-date";
            case TIME -> "time";
            case DATETIME -> "date-time";
            case VAS -> "scale";
            case TEXT, CALCULATED, ATTACHMENT, ROW_LINK -> "text";
        };
    }

    private static String choice(int answers) {
        if (answers > MOST_IN_A_LIST) {
            return "choice-search";
        }
        return answers > MOST_BUTTONS ? "choice-list" : "choice";
    }

    /** What was understood of the text, in words; empty where the text says it already. */
    public String understood() {
        return Understood.of(item.meaning(), item.state().text());
    }

    public List<MessageLine> messages() {
        return MessageLine.of(item.type(), item.messages());
    }

    /** The unit's symbol behind the field; none where the unit is chosen. */
    public String unitSymbol() {
        return item.units().isEmpty() || !correctable ? typedIn() : null;
    }

    private String typedIn() {
        return item.meaning() == null || item.meaning().unit() == null
                ? item.unit()
                : item.meaning().unit();
    }

    public ItemState state() {
        return item.state();
    }

    /** What stands in a field of text: as typed; of a link the ids of its rows. */
    public String text() {
        return item.type() == DataType.ROW_LINK
                ? item.state().value()
                : item.state().text();
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
        if (item.meaning() != null && item.meaning().words() != null) {
            return item.meaning().words();
        }
        if (item.type() == DataType.BOOLEAN && item.state().value() != null) {
            return Words.of("common", Boolean.parseBoolean(item.state().value()) ? "yes" : "no");
        }
        if (item.type() == DataType.ATTACHMENT) {
            return Objects.toString(text(), "").replaceFirst(" #\\d+$", "");
        }
        if (item.type() == DataType.ROW_LINK) {
            return item.state().titles();
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

    /** Style classes of what stands folded below a laboratory value; none for other items. */
    public String folded() {
        return item.part() == null ? "" : " finding finding-" + item.part();
    }

    /** Width of the field in characters, as on paper: as wide as the answer. */
    public int width() {
        int most = 40;
        return item.length() == null ? 10 : Math.min(most, Math.max(4, item.length() + 2));
    }

    /** By how much an arrow key moves the mark on a scale: one of its last significant digit. */
    public String step() {
        int digits = item.significantDigits() == null ? 0 : item.significantDigits();
        return BigDecimal.ONE.movePointLeft(digits).toPlainString();
    }

    /** Where the calendar opens: the day, or day and time, that was understood; null when parts of it are unknown. */
    public String calendarValue() {
        Matcher whole = WHOLE_DAY.matcher(Objects.toString(item.state().value(), ""));
        return whole.matches() ? whole.group(1) : null;
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

    /** What a screen reader says with the field: the messages, and what was understood. */
    public String describedBy() {
        return messagesId() + " u" + number;
    }

    public String understoodId() {
        return "u" + number;
    }

    public String messagesId() {
        return "m" + number;
    }

    /** Whether the entry part is a group of buttons, which a label element cannot name. */
    public boolean group() {
        return widget().equals("attachment") && !correctable
                || List.of("yes-no", "choice", "multi-choice", "row-links", "shown", "derived")
                        .contains(widget());
    }
}
