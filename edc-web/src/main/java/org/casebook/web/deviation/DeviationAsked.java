package org.casebook.web.deviation;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.casebook.deviation.Category;
import org.casebook.deviation.DeviationFilter;
import org.casebook.deviation.DeviationState;
import org.casebook.deviation.Weight;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.kernel.Words;

/** Which deviations an address asks for. */
public class DeviationAsked {

    /** Stands for no choice: an option without a value would send its words. */
    static final String ANY = "ANY";

    /** Stands for those that nobody judged. */
    static final String UNWEIGHED = "NONE";

    @QueryParam("state")
    private String state;

    @QueryParam("category")
    private String category;

    @QueryParam("weight")
    private String weight;

    @QueryParam("subject")
    private String subject;

    public DeviationFilter filter() {
        return filter(state, category, weight, subject);
    }

    /** Each part may be null, empty or {@link #ANY}: all pass then. */
    static DeviationFilter filter(String state, String category, String weight, String subject) {
        boolean unweighed = UNWEIGHED.equals(weight);
        return new DeviationFilter(
                one(DeviationState.values(), state),
                one(Category.values(), category),
                unweighed ? null : one(Weight.values(), weight),
                unweighed,
                said(subject));
    }

    /**
     * The value of this name.
     *
     * @return null when none is said
     * @throws Invalid when there is none of this name
     */
    static <T extends Enum<T>> T one(T[] all, String name) {
        String wanted = said(name);
        return wanted == null
                ? null
                : Arrays.stream(all)
                        .filter(value -> value.name().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new Invalid(
                                Sentence.of("deviation", "unknownWord", Words.quoted(wanted), Arrays.toString(all))));
    }

    static String said(String text) {
        return text == null || text.isBlank() || text.equals(ANY) ? null : text.strip();
    }
}
