package org.casebook.odm;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;

/** What an attribute may say: one of some words, or a value of a kind, as CDISC's schemas have it. */
public final class Permitted {

    private static final int LONGEST = 60;
    private static final DatatypeFactory XML = DatatypeFactory.newDefaultInstance();

    private static final Pattern WEEKS = Pattern.compile("[+-]?P\\d{1,9}W");

    private static final Map<String, Permitted> KINDS = Map.ofEntries(
            kind("#count", "a whole number from 1 to 999999", matches("(?=\\d{1,6}$)0*[1-9]\\d*")),
            kind("#digits", "a whole number from 0 to 99", matches("\\d{1,2}")),
            kind("#whole", "a whole number of at most 6 digits", matches("-?\\d{1,6}")),
            kind("#decimal", "a number", matches("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})")),
            kind("#dateTime", "a date with time, for example 2026-01-31T08:00:00Z", Permitted::isDateTime),
            kind("#moment", "a date, a time, or both, as ISO 8601 writes them", Permitted::isMoment),
            kind("#duration", "a duration, for example P14D", Permitted::isDuration),
            kind("#language", "a language tag, for example en or pt-BR", matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")),
            kind("#key", "a key; without one, leave the attribute out", matches("(?s).+")),
            kind(
                    "#name",
                    "a name of letters, digits, . - and _ that does not begin with a digit",
                    matches("[\\p{L}_][\\p{L}\\p{N}._-]*")),
            kind(
                    "#sas",
                    "a name of at most 8 letters, digits and _ that does not begin with a digit",
                    matches("[A-Za-z_][A-Za-z0-9_]{0,7}")),
            kind("#version", "2.0", matches("2[.]0([.](0|[1-9]\\d*))?(-[0-9a-zA-Z]+)*")));

    private final String words;
    private final Predicate<String> test;

    private Permitted(String words, Predicate<String> test) {
        this.words = words;
        this.test = test;
    }

    private static Map.Entry<String, Permitted> kind(String name, String words, Predicate<String> test) {
        return Map.entry(name, new Permitted(words, test));
    }

    private static Predicate<String> matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    /**
     * @param text the name of a kind with {@code #} before it, or words between commas, {@code _} for a blank
     */
    public static Permitted of(String text) {
        if (text.startsWith("#")) {
            return KINDS.get(text);
        }
        List<String> words = List.of(text.replace('_', ' ').split(","));
        return new Permitted(String.join(", ", words), words::contains);
    }

    /** Notes at the element when an attribute says anything else. */
    public void check(OdmElement element, String attribute, String value, Faults faults) {
        if (!test.test(value)) {
            faults.add(element, "The attribute %s is “%s”. Permitted is: %s.", attribute, shortened(value), words);
        }
    }

    private static boolean isDateTime(String text) {
        return is(text, DatatypeConstants.DATETIME);
    }

    private static boolean is(String text, javax.xml.namespace.QName kind) {
        try {
            return text.length() <= 40
                    && XML.newXMLGregorianCalendar(text).getXMLSchemaType().equals(kind);
        } catch (IllegalArgumentException | IllegalStateException none) {
            return false;
        }
    }

    private static boolean isMoment(String text) {
        return List.of(
                        DatatypeConstants.DATETIME,
                        DatatypeConstants.DATE,
                        DatatypeConstants.TIME,
                        DatatypeConstants.GYEARMONTH,
                        DatatypeConstants.GYEAR)
                .stream()
                .anyMatch(kind -> is(text, kind));
    }

    private static boolean isDuration(String text) {
        if (text.isBlank() || WEEKS.matcher(text).matches()) {
            return true;
        }
        try {
            return text.length() <= 60 && XML.newDuration(text) != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /**
     * Notes children that stand in the element more often than once, and text that it does not hold.
     *
     * @param once names of children that are permitted once at most
     * @param text whether it may hold text
     */
    public static void refuseExcess(OdmElement element, Set<String> once, boolean text, Faults faults) {
        Set<String> seen = new HashSet<>();
        element.children().stream()
                .filter(child -> once.contains(child.name()) && !seen.add(child.name()))
                .forEach(more -> faults.add(
                        more, "Inside %s it may stand once; here it stands again. Remove one.", element.written()));
        if (!text && !element.text().isEmpty()) {
            faults.add(
                    element,
                    "It holds the text “%s”, and no text may stand there. Remove it or put it where it belongs.",
                    shortened(element.text()));
        }
    }

    /**
     * Notes when an element holds children of none of these kinds, or of more than one.
     *
     * @param kinds names of children; none for elements of which nothing is asked
     */
    public static void requireOneKind(OdmElement element, List<String> kinds, Faults faults) {
        List<String> there =
                kinds.stream().filter(kind -> element.child(kind).isPresent()).toList();
        if (there.isEmpty() && !kinds.isEmpty()) {
            faults.add(element, "It needs a %s inside.", String.join(" or a ", kinds));
        } else if (there.size() > 1) {
            faults.add(
                    element,
                    "It holds %s, of which only one may stand in it. Remove one.",
                    String.join(" and ", there));
        }
    }
}
