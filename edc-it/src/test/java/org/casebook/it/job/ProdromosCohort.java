package org.casebook.it.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Participants whose item-level data hold the counts that Prodromos et al. 2025 print in table 2: made up, one by one, so that
 * each group has as many followed and as many responders at each month. Responders reach one limit exactly, in turn pain, global
 * improvement and disability; the others miss all three by the least step there is.
 */
final class ProdromosCohort {
    static final List<Integer> MONTHS = List.of(3, 6, 12);

    /** All who were treated (their text); of them 39 came back. */
    private static final int TREATED = 48;

    private static final String ALL = "All Patients";
    private static final int QUEBEC_ITEMS = 20;
    private static final int TRIES = 20_000;
    private static final int RESTARTS = 2_000;

    /** The groups by locus; who is in one of the first two is not in the other. */
    private static final String FACET = "L Epidural + Facet";

    private static final String DISC = "L Epidural + Facet + Disk";
    private static final String CERVICAL = "C Facet + L Epidural";

    private static final Map<String, String> DIAGNOSES = Map.of("HD", "HD", "Spondylolisthesis", "SPONDY");
    private static final String HIGH = "Pre-VAS>=8";
    private static final String SURGERY = "Previous failed surgery";

    private final Map<String, List<Count>> counts = new LinkedHashMap<>();
    private final Random random = new Random(7);

    /** How many months each participant was followed: 0 to 3 of the months above. */
    private final List<Integer> stayed;

    private final List<Set<Integer>> responders = new ArrayList<>();
    private final Map<String, Set<Integer>> members = new HashMap<>();

    /** One line of the table. */
    record Count(String group, int month, int responders, int followed, int percent) {}

    ProdromosCohort(Path table) throws IOException {
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split(",");
            if (!cells[0].equals("group")) {
                Count count = new Count(
                        cells[0],
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[2]),
                        Integer.parseInt(cells[3]),
                        Integer.parseInt(cells[4]));
                counts.computeIfAbsent(count.group(), group -> new ArrayList<>())
                        .add(count);
            }
        }
        stayed = stayed();
        for (int month = 0; month < MONTHS.size(); month++) {
            int wanted = counts.get(ALL).get(month).responders();
            List<Integer> followed = followed(month);
            Collections.shuffle(followed, random);
            responders.add(new HashSet<>(followed.subList(0, wanted)));
        }
        for (int tries = 0; !chosen(); tries++) {
            if (tries > RESTARTS) {
                throw new IllegalStateException("The groups of the table do not go together");
            }
        }
    }

    /** Members of every group; false where those chosen first leave no others for the next. */
    private boolean chosen() {
        members.clear();
        for (String group : counts.keySet()) {
            Set<Integer> found = group.equals(ALL) ? Set.of() : choose(group);
            if (found == null) {
                return false;
            }
            members.put(group, found);
        }
        return true;
    }

    List<Count> counts() {
        return counts.values().stream().flatMap(List::stream).toList();
    }

    private List<Integer> stayed() {
        List<Count> all = counts.get(ALL);
        List<Integer> months = new ArrayList<>();
        for (int person = 0; person < TREATED; person++) {
            int here = person;
            months.add(
                    (int) all.stream().filter(count -> here < count.followed()).count());
        }
        return months;
    }

    private List<Integer> followed(int month) {
        return IntStream.range(0, TREATED)
                .filter(person -> stayed.get(person) > month)
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** As many of each length of follow-up as the group has, changed one by one until its responders are right; null: none found. */
    private Set<Integer> choose(String group) {
        List<Count> wanted = counts.get(group);
        Set<Integer> chosen = new HashSet<>();
        Set<Integer> taken = group.equals(DISC) ? members.get(FACET) : Set.of();
        Map<Integer, List<Integer>> pools = IntStream.range(0, TREATED)
                .filter(person -> !taken.contains(person))
                .boxed()
                .collect(Collectors.groupingBy(stayed::get));
        for (int months = 1; months <= MONTHS.size(); months++) {
            int longer = months < MONTHS.size() ? wanted.get(months).followed() : 0;
            Collections.shuffle(pools.get(months), random);
            chosen.addAll(pools.get(months).subList(0, wanted.get(months - 1).followed() - longer));
        }
        for (int tries = 0; off(chosen, wanted) > 0; tries++) {
            if (tries > TRIES) {
                return null;
            }
            List<Integer> pool = pools.get(1 + random.nextInt(MONTHS.size()));
            int in = pool.get(random.nextInt(pool.size()));
            int out = pool.get(random.nextInt(pool.size()));
            if (!chosen.contains(in) && chosen.contains(out)) {
                Set<Integer> other = new HashSet<>(chosen);
                other.remove(out);
                other.add(in);
                chosen = off(other, wanted) <= off(chosen, wanted) ? other : chosen;
            }
        }
        return chosen;
    }

    private int off(Set<Integer> chosen, List<Count> wanted) {
        return IntStream.range(0, MONTHS.size())
                .map(month -> Math.abs(wanted.get(month).responders()
                        - (int) chosen.stream()
                                .filter(responders.get(month)::contains)
                                .count()))
                .sum();
    }

    /** The data as ODM 2.0, for an import into a copy of the study. */
    String odm(String study, String version) {
        String subjects = IntStream.range(0, TREATED).mapToObj(this::subject).collect(Collectors.joining());
        return """
                <ODM xmlns="http://www.cdisc.org/ns/odm/v2.0" FileType="Snapshot" FileOID="PRODROMOS" ODMVersion="2.0"
                     CreationDateTime="2026-01-01T00:00:00Z"><ClinicalData StudyOID="%s" MetaDataVersionOID="%s">%s</ClinicalData></ODM>
                """.formatted(study, version, subjects);
    }

    private String subject(int person) {
        int pain = members.get(HIGH).contains(person) ? 85 : 60;
        StringBuilder visits = new StringBuilder(visit(
                "SE_SCREEN",
                form("BL", form("SC_DIAG", diagnosis(person))),
                form("VAS", item("VASPAIN", pain)),
                quebec(2, 0)));
        visits.append(visit("SE_DAY0", form("TRT", form("SC_TRT", loci(person)))));
        for (int month = 0; month < stayed.get(person); month++) {
            int way = responders.get(month).contains(person) ? person % 3 : -1;
            visits.append(visit(
                    "SE_MONTH" + MONTHS.get(month),
                    form("VAS", item("VASPAIN", pain - (way == 0 ? 20 : 19))),
                    form("GI", item("GIPCT", way == 1 ? 30 : 29)),
                    quebec(1, way == 2 ? 5 : 6)));
        }
        return "<SubjectData SubjectKey=\"P%02d\"><SiteRef LocationOID=\"01\"/>%s</SubjectData>"
                .formatted(person + 1, visits);
    }

    private String diagnosis(int person) {
        boolean surgery = members.get(SURGERY).contains(person);
        return item("DIAG", codes(person, DIAGNOSES, "OTHER"))
                + item("PRIORSURG", surgery)
                + (surgery ? item("FAILSURG", true) : "");
    }

    private String loci(int person) {
        List<String> codes = new ArrayList<>(List.of("LEPI"));
        if (members.get(FACET).contains(person) || members.get(DISC).contains(person)) {
            codes.add("LFACET");
        }
        if (members.get(CERVICAL).contains(person)) {
            codes.add("CFACET");
        }
        if (members.get(DISC).contains(person)) {
            codes.add("DISC");
        }
        return item("TRTYN", true) + item("TRTDAT", "2022-01-10") + item("LOCI", String.join(",", codes));
    }

    private String codes(int person, Map<String, String> known, String otherwise) {
        String own = known.entrySet().stream()
                .filter(entry -> members.get(entry.getKey()).contains(person))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining(","));
        return own.isEmpty() ? otherwise : own;
    }

    /** All items at one answer, the last ones one more: 20 × 2 is 40 before, 20 × 1 and five more is 25 after. */
    private static String quebec(int each, int more) {
        String items = IntStream.rangeClosed(1, QUEBEC_ITEMS)
                .mapToObj(at -> item("QBPDS" + at, at <= more ? each + 1 : each))
                .collect(Collectors.joining());
        return form("QBPDS", form("SC_QBPDS", items));
    }

    private static String visit(String event, String... forms) {
        return "<StudyEventData StudyEventOID=\"%s\">%s</StudyEventData>".formatted(event, String.join("", forms));
    }

    private static String form(String oid, String content) {
        return "<ItemGroupData ItemGroupOID=\"%s\">%s</ItemGroupData>".formatted(oid, content);
    }

    private static String item(String oid, Object value) {
        return "<ItemData ItemOID=\"%s\"><Value>%s</Value></ItemData>".formatted(oid, value);
    }
}
