package org.casebook.web.capture;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.casebook.linking.LinkedRow;

/**
 * A row as it is offered or shown as a link.
 *
 * @param href where it opens: below its log
 */
public record RowLine(long id, String title, boolean deleted, String href) {

    /**
     * @param place study and site, as they stand in addresses
     */
    static RowLine of(LinkedRow row, String place) {
        return new RowLine(
                row.id(), row.title(), row.deleted(), row.row() == null ? form(row, place) : log(row, place));
    }

    private static String form(LinkedRow row, String place) {
        return "/capture/case-form.xhtml?" + place + "&form=" + row.id();
    }

    private static String log(LinkedRow row, String place) {
        String event = row.event() == null ? "" : "&event=" + encoded(row.event());
        return "/capture/log.xhtml?" + place + "&subject=" + encoded(row.subject()) + "&form=" + encoded(row.form())
                + event + "&open=" + row.id() + "#opened";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
