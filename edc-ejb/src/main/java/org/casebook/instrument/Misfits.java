package org.casebook.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.odm.OdmPart;

/** What a file says of instruments and its forms do not bear out: such a file would be scored otherwise than it says. */
public final class Misfits {

    /** How an expression asks for enough answers: a count that is at least so many. */
    static final Pattern AT_LEAST = Pattern.compile("(?<=\\)) *>= *(\\d{1,3})(?!\\d)");

    private final StudyDefinition study;
    private final List<Misfit> found = new ArrayList<>();

    /**
     * One such place.
     *
     * @param oid the form
     * @param sentence what does not fit and how to mend it
     */
    public record Misfit(String oid, String sentence) {}

    private Misfits(StudyDefinition study) {
        this.study = study;
    }

    /** Every such place of a version; none where all is well. */
    public static List<Misfit> of(StudyDefinition study) {
        Misfits misfits = new Misfits(study);
        Instruments.marks(study).forEach(misfits::look);
        return misfits.found;
    }

    private void look(String group, OdmPart mark) {
        Optional<FormDefinition> form = study.findForm(group);
        if (form.isEmpty()) {
            add(group, "cb:Instrument belongs to a form, and this group is none. Move it to the form.");
            return;
        }
        mark.children().stream()
                .filter(child -> child.name().equals(Instruments.SCORE))
                .forEach(score -> look(form.get(), score));
    }

    private void look(FormDefinition form, OdmPart score) {
        Map<String, String> said = score.attributes();
        Optional<ItemDefinition> item = form.findItem(said.get("ItemOID"));
        if (item.isEmpty() || !item.get().type().isNumber()) {
            add(
                    form.oid(),
                    "The score %s is no number on this form. Name an item that holds one."
                            .formatted(said.get("ItemOID")));
            return;
        }
        int items = Integer.parseInt(said.get("Items"));
        int least = Integer.parseInt(said.get("Least"));
        int from = Optional.ofNullable(said.get("LeastFrom"))
                .map(Integer::parseInt)
                .orElse(least);
        if (from > least || least > items || items == 0) {
            add(
                    form.oid(),
                    "Of the score %s, LeastFrom is at most Least, and Least at most Items, of which there is one at least."
                            .formatted(said.get("ItemOID")));
        } else if (said.get("LeastFrom") != null) {
            lookAtMethod(form, item.get(), least);
        }
    }

    private void lookAtMethod(FormDefinition form, ItemDefinition item, int least) {
        String expression = item.methodOid() == null
                ? ""
                : study.methods().get(item.methodOid()).expression();
        List<Integer> asked = asked(expression).toList();
        if (!asked.equals(List.of(least))) {
            add(
                    form.oid(),
                    "The score %s says that %d items must be answered, and its method does not ask for that once, as in “count(…) >= %d”. Let both say the same."
                            .formatted(item.oid(), least, least));
        }
    }

    private static Stream<Integer> asked(String expression) {
        return AT_LEAST.matcher(expression).results().map(result -> Integer.valueOf(result.group(1)));
    }

    /** The expression with another number of answers asked for. */
    static String asking(String expression, int least) {
        return AT_LEAST.matcher(expression).replaceAll(Matcher.quoteReplacement(" >= " + least));
    }

    private void add(String oid, String sentence) {
        found.add(new Misfit(oid, sentence));
    }
}
