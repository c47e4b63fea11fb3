package org.casebook.kernel;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The time of this request, in UTC with the database's precision: the server's clock, unless a
 * demonstration was told another time. Domain code injects this instead of calling {@code now()}.
 */
@RequestScoped
public class RequestClock implements InstantSource {

    private Clock clock = Clock.systemUTC();

    /** Sets the time of this request; only the demonstration's loader may, see the clock filter. */
    public void fix(Instant instant) {
        clock = Clock.fixed(instant, ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Today's date in the given zone, for example the site's. */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(instant(), zone);
    }
}
