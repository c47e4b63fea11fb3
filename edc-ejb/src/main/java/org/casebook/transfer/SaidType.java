package org.casebook.transfer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casebook.definition.CodeListDefinition;
import org.casebook.definition.ItemDefinition;

/**
 * What the name of an element of ODM 1.3 says of the value in it: {@code Integer} of {@code ItemDataInteger}. A value that is said
 * to be of another type than its item was meant for another item.
 *
 * @param name one of those that ODM 1.3.2 has behind ItemData
 */
record SaidType(String name) {

    private static final String NUMBER = "[+-]?\\d+([.]\\d+)?";
    private static final String WHOLE = "[+-]?\\d+";
    private static final String YES_NO = "true|false|0|1";

    private static final Set<String> TEXTS = Set.of(
            "String",
            "URI",
            "HexBinary",
            "Base64Binary",
            "HexFloat",
            "Base64Float",
            "PartialTime",
            "PartialDatetime",
            "DurationDatetime",
            "IntervalDatetime",
            "IncompleteDatetime",
            "IncompleteTime");

    /** Whether a value of this type can be one of this item; {@code Any} says nothing. */
    boolean fits(ItemDefinition item) {
        if (name.equals("Any")) {
            return true;
        }
        return switch (item.type()) {
            case TEXT, LONG_TEXT, ATTACHMENT, ROW_LINK -> TEXTS.contains(name);
            case INTEGER -> name.equals("Integer");
            case DECIMAL, VAS, CALCULATED ->
                Set.of("Integer", "Float", "Double").contains(name);
            case DATE -> name.equals("Date");
            case PARTIAL_DATE -> Set.of("Date", "PartialDate", "IncompleteDate").contains(name);
            case TIME -> Set.of("Time", "PartialTime", "IncompleteTime").contains(name);
            case DATETIME ->
                Set.of("Datetime", "PartialDatetime", "IncompleteDatetime").contains(name);
            case BOOLEAN -> name.equals("Boolean");
            case CHOICE, MULTI_CHOICE -> fitsCodes(item.codeList());
        };
    }

    /** A list is of whatever type all its codes are. */
    private boolean fitsCodes(CodeListDefinition list) {
        return switch (name) {
            case "String" -> true;
            case "Integer" -> all(list, WHOLE);
            case "Float", "Double" -> all(list, NUMBER);
            case "Boolean" -> all(list, YES_NO);
            default -> false;
        };
    }

    private static boolean all(CodeListDefinition list, String form) {
        List<CodeListDefinition.CodeListItem> codes = list == null ? List.of() : list.items();
        return codes.stream().allMatch(code -> code.code().matches(form));
    }

    /** What an item is, for people. */
    static String words(ItemDefinition item) {
        return switch (item.type()) {
            case INTEGER -> "a whole number";
            case DECIMAL, VAS, CALCULATED -> "a number";
            case CHOICE, MULTI_CHOICE -> "chosen from a list of codes";
            case BOOLEAN -> "yes or no";
            case TEXT, LONG_TEXT, ATTACHMENT, ROW_LINK -> "a text";
            default -> "a " + item.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
