package org.casebook.runtime.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a site keeps beside its participants: the delegation log, and the consent texts in force. Illustrative. */
final class SitePapers {

    private final Target target;
    private final Tokens tokens;
    private final Days days;
    private final String number;

    SitePapers(Target target, Tokens tokens, Days days, String number) {
        this.target = target;
        this.tokens = tokens;
        this.days = days;
        this.number = number;
    }

    /** The principal investigator is appointed, and has the coordinator trained and approved. */
    void delegate(int day) {
        at("admin", day, 6).post(path("/delegations/lead"), line("investigator-", "Investigator ", List.of(), day));
        JsonNode coordinator = at("coordinator-" + number, day, 8)
                .post(
                        path("/delegations"),
                        line("coordinator-", "Coordinator ", List.of("CONSENT", "ENTER_DATA"), day));
        at("investigator-" + number, day, 9)
                .post(path("/delegations/" + coordinator.path("id").asText() + "/approval"), null);
    }

    /** Somebody new is in the log, not trained yet and not approved. */
    void waiting(int day) {
        at("coordinator-" + number, day, 300)
                .post(path("/delegations"), line("nurse-", "Study nurse ", List.of("ENTER_DATA"), null, day));
    }

    /**
     * A consent text takes force.
     *
     * @param again whether those who consented before are asked again
     */
    void text(String label, int day, boolean again) {
        at("admin", day, 7)
                .post(path("/consents/texts"), Map.of("label", label, "from", days.text(day), "again", again));
    }

    /** A participant consents to a later text. */
    void consented(String subject, String label, int day) {
        at("coordinator-" + number, day, 20)
                .post(
                        path("/consents/participants/" + subject),
                        Map.of("label", label, "date", days.text(day), "before", "Investigator " + number));
    }

    private Map<String, Object> line(String account, String name, List<String> duties, int day) {
        return line(account, name, duties, days.text(day), day);
    }

    private Map<String, Object> line(String account, String name, List<String> duties, String trained, int day) {
        Map<String, Object> line = new TreeMap<>();
        line.put("username", account + number);
        line.put("name", name + number + " (illustrative)");
        line.put("from", days.text(day));
        line.put("trainedOn", trained);
        if (!duties.isEmpty()) {
            line.put("duties", duties);
        }
        return line;
    }

    private Rest at(String account, int day, int minutes) {
        return new Rest(target, tokens, account).at(days.time(day, minutes));
    }

    private String path(String rest) {
        return "/studies/" + DemoTrial.STUDY + rest + "?site=" + number;
    }
}
