package org.casebook.runtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits until an address answers, as long as its process lives. */
final class Probe {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final long PAUSE_MILLIS = 250;

    private Probe() {}

    /**
     * Returns when the address answers 200 and throws the child's fault when the process ends or the time is over.
     *
     * @param child who shall answer
     * @param address what to ask
     * @param patience how long at most
     */
    static void await(Child child, String address, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (status(address) != 200) {
            if (!child.alive()) {
                throw child.failed("ended before it was ready");
            }
            if (System.nanoTime() > end) {
                throw child.failed("did not answer on " + address + " within " + patience.toSeconds() + " seconds");
            }
            pause();
        }
    }

    /** @return the HTTP status, or -1 when nothing answers */
    static int status(String address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException silent) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("Waiting for " + address + " was interrupted.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("Waiting was interrupted.", e);
        }
    }
}
