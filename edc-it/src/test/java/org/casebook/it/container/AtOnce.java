package org.casebook.it.container;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** Several who do something at once, each in a thread of his own. */
final class AtOnce {

    private AtOnce() {}

    /**
     * What each answered, in their order.
     *
     * @param threads of the container, so that boundaries can be called in them
     * @throws ExecutionException when one of them fails, once all are done
     */
    static <T> List<T> answers(ThreadFactory threads, List<Callable<T>> tries)
            throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(tries.size(), threads);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : people.invokeAll(tries)) {
                done.add(one.get());
            }
            return done;
        } finally {
            people.shutdown();
        }
    }
}
