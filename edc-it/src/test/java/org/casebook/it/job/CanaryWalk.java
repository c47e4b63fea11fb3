package org.casebook.it.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.casebook.it.Route;
import org.casebook.runtime.Home;
import org.casebook.runtime.demo.Tokens;

/**
 * Every address of docs/permissions.csv that can be fetched, asked by somebody blinded for each of two participants of different
 * arms, at a visit of everybody and at the visits that one arm has, and once for the whole study.
 *
 * <p>What an answer tells of the two is held against each other; what a whole answer tells is held against the same answer before
 * anything was recorded that only one arm has; participants come in the order in which they came, forwards or backwards.
 */
final class CanaryWalk {
    /** Names of the arms; the design of the study may tell them. */
    private static final List<String> TELLING = List.of("Verum", "Sham");

    /** Whoever has these is not blinded: the doors that tell the arm to whom it is meant for. */
    private static final Set<String> UNBLINDED =
            Set.of("VIEW_ALLOCATION", "VIEW_BALANCE", "VIEW_UNBLINDED", "BREAK_CODE");

    private static final Set<String> DESIGN = Set.of("VIEW_STUDY", "LOAD_STUDY");

    private static final String EVERYBODY = "SE_M6";
    private static final List<String> OF_ONE_ARM = List.of("SE_X", "SE_OPEN");

    private final String study;
    private final String version;
    private final List<Canary> all;
    private final List<Canary> pair;
    private final Instant at;
    private final Tokens tokens;

    /** Whole answers by door, before there was anything that only one arm has; empty until then. */
    private final Map<String, String> before = new HashMap<>();

    private final Map<String, String> hits = new TreeMap<>();
    private final Set<String> channels = new TreeSet<>();
    private final Set<String> opened = new TreeSet<>();
    private final Set<String> shut = new TreeSet<>();

    CanaryWalk(String study, String version, List<Canary> all, Instant at, Tokens tokens) {
        this.study = study;
        this.version = version;
        this.all = all;
        this.pair = List.of(
                all.stream().filter(one -> !one.crosses()).findFirst().orElseThrow(),
                all.stream().filter(Canary::crosses).findFirst().orElseThrow());
        this.at = at;
        this.tokens = tokens;
    }

    /** The doors that tell what they must not, with the first difference. */
    Map<String, String> hits() {
        return hits;
    }

    /** What was compared: role and address. */
    Set<String> channels() {
        return channels;
    }

    /** Addresses that the file opens to somebody who asked, and that never answered with 200. */
    Set<String> neverOpened() {
        Set<String> never = new TreeSet<>(shut);
        never.removeAll(opened);
        return never;
    }

    /** The same when only one arm's records were added: whole answers are held against those of before. */
    CanaryWalk after(List<Canary> now) {
        CanaryWalk later = new CanaryWalk(study, version, now, at, tokens);
        later.before.putAll(before);
        later.hits.putAll(hits);
        return later;
    }

    void walk(List<String> accounts) throws IOException {
        for (String account : accounts) {
            try (Caller caller = new Caller(account, at, tokens)) {
                for (Route route : Route.all()) {
                    boolean meant = UNBLINDED.contains(route.permission()) && opensTo(route, account);
                    if (route.reads() && !meant) {
                        walk(account, caller, route);
                    }
                }
            }
        }
    }

    private static boolean opensTo(Route route, String account) {
        int one = Route.ACCOUNTS.indexOf(account.replace("-102", "-101"));
        return !route.reaches().get(one).equals("-");
    }

    private void walk(String account, Caller caller, Route route) {
        String door = account + " " + route.address();
        channels.add(door);
        compare(door, caller, route, EVERYBODY, false);
        if (!opensTo(route, account)) {
            return;
        }
        shut.add(route.address());
        whole(door, caller, route);
        if (route.isPage() || route.path().matches(".*\\{(event|form|id|item|query)\\}.*")) {
            OF_ONE_ARM.forEach(event -> compare(door + " at " + event, caller, route, event, true));
        }
    }

    private void whole(String door, Caller caller, Route route) {
        Canary first = pair.get(0);
        String answer = asked(
                caller,
                route,
                filled(route, first, EVERYBODY, false) + "?study=" + study + "&response=RE_PAIN&item=PAIN");
        judge(door + " of the whole study", route, answer);
        inOrder(door, answer);
        String evened = Evened.of(answer, first);
        // the trail of a study tells who was turned away, of us too
        if (!route.permission().equals("VIEW_AUDIT")) {
            String told = before.putIfAbsent(door, evened);
            if (told != null && !told.equals(evened)) {
                hits.put(door + " before and after", difference(told, evened));
            }
        }
    }

    private void compare(String door, Caller caller, Route route, String event, boolean hidden) {
        List<List<String>> told = new ArrayList<>();
        for (Canary one : pair) {
            String path = filled(route, one, event, hidden);
            String answer = asked(
                    caller,
                    route,
                    path + "?study=" + study + "&site=101&subject=" + one.subject() + "&version=" + version
                            + named(route, one, hidden)
                            + (hidden && !route.path().endsWith("/log.xhtml") ? "&event=" + event : "")
                            + (route.path().contains("quer") ? "&state=all" : ""));
            judge(door, route, answer);
            told.add(Evened.parts(answer, one, all));
        }
        if (!told.get(0).equals(told.get(1))) {
            hits.put(door, difference(String.join("\n", told.get(0)), String.join("\n", told.get(1))));
        }
    }

    /** What a page is to show: most a form by its number, some by its OID, a log with a row open, a table of outcomes. */
    private static String named(Route route, Canary one, boolean hidden) {
        return switch (route.path()) {
            case "/capture/log.xhtml" -> hidden ? "&form=CM&open=" + one.row("CM") : "&form=AE&open=" + one.row("AE");
            case "/course/form-visits.xhtml", "/study/preview.xhtml" -> "&form=SCORE";
            default -> "&form=" + one.form(hidden);
        };
    }

    private String asked(Caller caller, Route route, String address) {
        Caller.Answer answer = caller.ask(route.isApi(), address);
        if (answer.status() == 200) {
            opened.add(route.address());
        }
        return answer.status() == 200 ? answer.text() : answer.text() + " " + answer.status();
    }

    private void judge(String door, Route route, String answer) {
        if (answer.contains(CanaryTrial.SECRET)) {
            hits.put(door + " tells", "what was typed in a later period");
        }
        if (!DESIGN.contains(route.permission())) {
            TELLING.stream().filter(answer::contains).forEach(word -> hits.put(door + " tells", word));
        }
    }

    /** An order by arm is no order by number: the arms of the four come mixed. */
    private void inOrder(String door, String answer) {
        List<Integer> first =
                all.stream().map(one -> answer.indexOf(one.subject())).toList();
        List<Integer> sorted = first.stream().sorted().toList();
        List<Integer> reversed = new ArrayList<>(sorted);
        Collections.reverse(reversed);
        if (!first.contains(-1) && !first.equals(sorted) && !first.equals(reversed)) {
            hits.put(door + " in order", first.toString());
        }
    }

    private String filled(Route route, Canary one, String event, boolean hidden) {
        String form = String.valueOf(one.form(hidden));
        // the form of a seat is an OID, any other its number
        String path = route.path().contains("{event}/{form}")
                ? route.path().replace("{form}", "SCORE")
                : route.path().replace("{form}", form);
        String filled = path.replace("{study}", study)
                .replace("{subject}", one.subject())
                .replace("{event}", event)
                .replace("{name}", "SCORE")
                .replace("{criterion}", "CR_FIT")
                .replace("{version}", version)
                .replace("{number}", "101")
                .replace("{id}", form)
                .replace("{item}", "PAIN")
                .replace("{response}", "RE_PAIN")
                .replace("{file}", "1");
        if (filled.contains("{")) {
            throw new AssertionError("The canaries do not know what to ask for at " + route.address());
        }
        return filled;
    }

    /** Where the two part, and both as a whole in edc-it/target/canary, to look at. */
    private static String difference(String one, String other) {
        try {
            Path folder = Home.current().root().resolve("edc-it/target/canary");
            Files.createDirectories(folder);
            String name = "%08x".formatted(one.hashCode());
            Files.writeString(folder.resolve(name + "-one.txt"), one);
            Files.writeString(folder.resolve(name + "-other.txt"), other);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 100);
        return "sizes " + one.length() + " and " + other.length() + ": …"
                + one.substring(from, Math.min(one.length(), at + 100)) + "… and …"
                + other.substring(from, Math.min(other.length(), at + 100)) + "…";
    }
}
