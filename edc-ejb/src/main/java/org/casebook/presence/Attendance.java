package org.casebook.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which windows are at which form. A window that was not heard of for a while is gone. */
@ApplicationScoped
class Attendance {

    /** Two heartbeats of a page (10 s) without the second: so a window that was killed has gone from others within 30 s. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    /** More windows at one form than people at a site; beyond it the longest silent one gives way. */
    static final int MOST_WINDOWS = 64;

    private final Map<String, Map<String, Guest>> forms = new ConcurrentHashMap<>();

    /** A window at a form. */
    private record Guest(String window, String person, String name, Instant since, Instant heard) {}

    /** Takes note of this window, and forgets those that have gone silent. */
    void stay(String form, String window, String person, String name, Instant now) {
        forms.compute(form, (id, known) -> {
            Map<String, Guest> guests = heard(known, now);
            Guest before = guests.remove(key(window, person));
            if (guests.size() >= MOST_WINDOWS) {
                guests.remove(guests.keySet().iterator().next());
            }
            // put last: the order is that of having been heard
            guests.put(
                    key(window, person), new Guest(window, person, name, before == null ? now : before.since(), now));
            return guests;
        });
    }

    void leave(String form, String window, String person) {
        forms.computeIfPresent(form, (id, known) -> {
            Map<String, Guest> guests = new LinkedHashMap<>(known);
            guests.remove(key(window, person));
            return guests.isEmpty() ? null : guests;
        });
    }

    /** Who else is there, each person once, the longest there first. */
    List<Present> others(String form, String window, String person, Instant now) {
        Map<String, Guest> once = new LinkedHashMap<>();
        heard(forms.get(form), now).values().stream()
                .filter(guest -> !key(guest.window(), guest.person()).equals(key(window, person)))
                .sorted(Comparator.comparing(Guest::since))
                .forEach(guest -> once.putIfAbsent(guest.person(), guest));
        return once.values().stream()
                .map(guest -> new Present(guest.name(), guest.person().equals(person), guest.since()))
                .toList();
    }

    /** Forgets forms at which nobody is any more. */
    void sweep(Instant now) {
        forms.keySet()
                .forEach(form -> forms.computeIfPresent(
                        form, (id, known) -> heard(known, now).isEmpty() ? null : known));
    }

    int size() {
        return forms.size();
    }

    private static Map<String, Guest> heard(Map<String, Guest> known, Instant now) {
        Map<String, Guest> guests = known == null ? new LinkedHashMap<>() : new LinkedHashMap<>(known);
        guests.values().removeIf(guest -> guest.heard().plus(SILENCE).isBefore(now));
        return guests;
    }

    /** A window's name counts for its own person alone: nobody can speak for another's window. */
    private static String key(String window, String person) {
        return person + " " + window;
    }
}
