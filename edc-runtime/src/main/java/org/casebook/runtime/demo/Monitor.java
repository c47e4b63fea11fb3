package org.casebook.runtime.demo;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.casebook.runtime.demo.SiteStaff.Filled;

/** The monitor on visit at one site: verifies forms, asks, closes. */
final class Monitor {

    private static final int EVENING = 240;

    private final Rest monitor;
    private final Days days;
    private final String site;

    Monitor(Rest monitor, Days days, String site) {
        this.monitor = monitor;
        this.days = days;
        this.site = site;
    }

    /** Ticks what the study wants verified, on each form that has something to tick. */
    void verify(int day, Collection<Filled> forms) {
        Rest now = monitor.at(days.time(day, EVENING));
        for (Filled form : forms) {
            String path = path("/forms/" + form.id() + "/verification");
            boolean due = false;
            for (var item : now.get(path)) {
                due |= item.path("required").asBoolean()
                        && !item.path("verified").asBoolean();
            }
            if (due) {
                now.post(path, Map.of());
            }
        }
    }

    void verify(int day, Filled... forms) {
        verify(day, Arrays.asList(forms));
    }

    /**
     * Raises a query.
     *
     * @return its id
     */
    long ask(int day, Filled form, String item, String question) {
        Map<String, Object> body = Map.of("formId", form.id(), "item", item, "text", question);
        return monitor.at(days.time(day, EVENING))
                .post(path("/queries"), body)
                .path("id")
                .asLong();
    }

    void close(int day, long query, String why) {
        monitor.at(days.time(day, EVENING)).post(path("/queries/" + query + "/close"), Map.of("text", why));
    }

    private String path(String rest) {
        return "/studies/" + DemoTrial.STUDY + rest + "?site=" + site;
    }
}
