package org.casebook.web.shell;

import java.util.Optional;
import java.util.stream.Stream;

/** What lies below an exception: the container wraps what our rooms throw, more than once. */
public final class Causes {

    private Causes() {}

    /**
     * @param thrown may be null
     * @return the outermost of this type, itself included
     */
    public static <T> Optional<T> find(Throwable thrown, Class<T> type) {
        return of(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The exception and its causes, from outside in. */
    public static Stream<Throwable> of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
