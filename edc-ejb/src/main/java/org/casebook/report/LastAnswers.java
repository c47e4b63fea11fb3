package org.casebook.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.casebook.audit.Tide;
import org.casebook.kernel.RequestClock;
import org.casebook.kernel.Scope;

/**
 * Gives the last answer to a question again while nothing of its study has changed and the hour is the same: at the turn of
 * an hour a day may begin at some site, and visits become due. For what is small and takes long to work out, asked by
 * boundaries that only read.
 */
@ApplicationScoped
class LastAnswers {

    private static final int MOST = 500;

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
    record Question(Class<?> answer, Scope scope, Object asker) {}

    private record Answer(String mark, Instant hour, Object content) {}

    /** The answer, worked out now or before. */
    <T> T to(Question question, Supplier<T> work) {
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Answer last = last(question);
        if (last != null
                && last.hour().equals(hour)
                && tide.isStill(question.scope().study(), last.mark())) {
            return content(last);
        }
        Answer fresh = new Answer(tide.mark(), hour, work.get());
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
