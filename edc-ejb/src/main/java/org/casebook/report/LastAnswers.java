package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.casebook.audit.Tide;
import org.casebook.kernel.Language;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/**
 * Gives the last answer to a question again while nothing of its study has changed and the hour is the same: at the turn of
 * an hour a day may begin at some site, and visits become due. For what is small and takes long to work out, asked by
 * boundaries that only read.
 */
@ApplicationScoped
class LastAnswers {

    private static final int MOST = 200;

    /** With more of them it is quicker to work out everything. */
    private static final int FEW_SUBJECTS = 25;

    @Inject
    private Tide tide;

    @Inject
    private RequestClock clock;

    private final Map<Question, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What is asked.
     *
     * @param answer what kind of answer is wanted
     * @param asker all that the answer depends on in who asks; equal for people who see the same
     */
    record Question(Class<?> answer, Scope scope, Object asker, Language language) {

        /** Asked by the reader of this request, in whose language the answer speaks. */
        Question(Class<?> answer, Scope scope, Object asker) {
            this(answer, scope, asker, Language.ofReader());
        }
    }

    private record Answer(String mark, Instant hour, Object content) {}

    /** The answer, worked out now or before. */
    <T> T to(Question question, Supplier<T> work) {
        return to(question, work, (before, changed) -> work.get());
    }

    /**
     * The answer, worked out now, before, or from the last one where the data of few participants have changed since.
     *
     * @param again makes the answer of the last one and the participants whose data have changed
     */
    <T> T to(Question question, Supplier<T> work, BiFunction<T, Set<String>, T> again) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Answer last = last(question);
        // marked first: what changes from here on is looked up the next time, if not now
        String mark = tide.mark();
        Optional<Set<String>> changed = last == null || !last.hour().equals(hour)
                ? Optional.empty()
                : tide.changed(question.scope().study(), last.mark(), FEW_SUBJECTS);
        if (changed.filter(Set::isEmpty).isPresent()) {
            return content(last);
        }
        Answer fresh = new Answer(
                mark,
                hour,
                changed.map(subjects -> again.apply(LastAnswers.<T>content(last), subjects))
                        .orElseGet(work));
        synchronized (answers) {
            answers.put(question, fresh);
        }
        return content(fresh);
    }

    private Answer last(Question question) {
        synchronized (answers) {
            return answers.get(question);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T content(Answer answer) {
        return (T) answer.content();
    }
}
