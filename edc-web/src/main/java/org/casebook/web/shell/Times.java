package org.casebook.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as pages show them: to the minute, with the zone beside them, since people of several zones read them; dates as
 * everywhere, year, month, day, which nobody can read in two ways.
 */
@Named
@ApplicationScoped
public class Times {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** For pages: {@code #{times.of(instant)}}. */
    public String of(Instant time) {
        return text(time);
    }

    /** Empty for null. */
    public static String text(Instant time) {
        return time == null ? "" : MINUTE.format(time);
    }
}
