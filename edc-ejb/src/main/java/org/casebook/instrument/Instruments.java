package org.casebook.instrument;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TranslatedText;
import org.casebook.odm.OdmPart;

/** The instruments of a study version, as its file marks them. */
public final class Instruments {

    static final String ELEMENT = "cb:Instrument";
    static final String SCORE = "cb:Score";

    private Instruments() {}

    /** Every form that is an instrument, in the file's order; none of a definition that came from no file. */
    public static List<Instrument> of(StudyDefinition study) {
        return marks(study).entrySet().stream()
                .flatMap(mark -> study.findForm(mark.getKey()).map(form -> instrument(form, mark.getValue())).stream())
                .toList();
    }

    /** The form as an instrument; empty when it is none. */
    public static Optional<Instrument> find(StudyDefinition study, String formOid) {
        return of(study).stream()
                .filter(instrument -> instrument.formOid().equals(formOid))
                .findFirst();
    }

    /** What the file says of instruments, by OID of the group on which it says so. */
    static Map<String, OdmPart> marks(StudyDefinition study) {
        Map<String, OdmPart> marks = new LinkedHashMap<>();
        version(study.source())
                .filter(part -> part.name().equals("ItemGroupDef"))
                .filter(group -> !group.child(ELEMENT).isNone())
                .forEach(group -> marks.put(group.attributes().get("OID"), group.child(ELEMENT)));
        return marks;
    }

    private static Stream<OdmPart> version(OdmPart root) {
        return root.child("Study").child("MetaDataVersion").children().stream();
    }

    private static Instrument instrument(FormDefinition form, OdmPart mark) {
        return new Instrument(
                form.oid(),
                form.name(),
                mark.attributes().get("Name"),
                mark.attributes().get("Version"),
                children(mark, "cb:Source").map(OdmPart::text).toList(),
                text(mark, "cb:Licence"),
                children(mark, SCORE).map(score -> score(form, score)).toList());
    }

    private static Score score(FormDefinition form, OdmPart score) {
        Map<String, String> said = score.attributes();
        return new Score(
                said.get("ItemOID"),
                form.findItem(said.get("ItemOID")).map(ItemDefinition::question).orElse(TranslatedText.NONE),
                new BigDecimal(said.get("Low")),
                new BigDecimal(said.get("High")),
                constant(Score.Direction.class, said.get("Direction")),
                Integer.parseInt(said.get("Items")),
                Integer.parseInt(said.get("Least")),
                Optional.ofNullable(said.get("LeastFrom")).map(Integer::valueOf).orElse(null),
                text(score, "cb:Missing"),
                children(score, "cb:Threshold").map(Instruments::threshold).toList());
    }

    private static Threshold threshold(OdmPart threshold) {
        Map<String, String> said = threshold.attributes();
        return new Threshold(
                said.get("Name"),
                constant(Threshold.Of.class, said.get("Of")),
                new BigDecimal(said.get("Amount")),
                said.get("Source"));
    }

    /** {@code HigherIsWorse} is {@code HIGHER_IS_WORSE}; the schema knows no others. */
    private static <E extends Enum<E>> E constant(Class<E> type, String said) {
        return Enum.valueOf(type, said.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
    }

    private static Stream<OdmPart> children(OdmPart part, String name) {
        return part.children().stream().filter(child -> child.name().equals(name));
    }

    private static TranslatedText text(OdmPart part, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        children(part, name).forEach(text -> texts.put(text.attributes().get("xml:lang"), text.text()));
        return new TranslatedText(texts);
    }
}
