package org.casebook.kernel;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nothing of that name is here – or nothing that whoever asks may know of. */
public class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    /** What a thing may be part of, by the phrase that says so. */
    private static final Map<String, Pattern> PARTS = Map.of(
            "thing.item-of-form", Pattern.compile("item of form (.+)"),
            "thing.form-of-event", Pattern.compile("form of event (.+)"),
            "thing.row-of", Pattern.compile("row of (.+)"));

    /**
     * @param what in English, as in “There is no participant”; said in the reader's language where the phrases of this room
     *     know it
     * @param scope where; null: anywhere
     */
    public NotFound(String what, Object key, Scope scope) {
        this(
                scope == null
                        ? Sentence.of("kernel", "notFound", thing(what), String.valueOf(key))
                        : Sentence.of("kernel", "notFoundIn", thing(what), String.valueOf(key), scope.toString()));
    }

    /** The same with a sentence that says more, for who may know it. */
    protected NotFound(Sentence sentence) {
        super(Kind.NOT_FOUND, sentence);
    }

    private static Sentence thing(String what) {
        String key = "thing." + what.replace(' ', '-');
        if (new Phrases("kernel", Language.ENGLISH.tag()).has(key)) {
            return Sentence.of("kernel", key);
        }
        for (Map.Entry<String, Pattern> part : PARTS.entrySet()) {
            Matcher found = part.getValue().matcher(what);
            if (found.matches()) {
                return Sentence.of("kernel", part.getKey(), found.group(1));
            }
        }
        return Sentence.of("kernel", "thing", what);
    }
}
