package org.casebook.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.definition.StudyDefinition;
import org.casebook.odm.OdmPart;
import org.casebook.study.VersionDifference.Change;
import org.casebook.study.VersionDifference.Kind;
import org.casebook.study.VersionDifference.Step;

/**
 * Compares two definitions element by element, attribute by attribute, as their files say it: whatever the profile
 * understands or keeps is compared, without a list of what there is. Elements are matched by OID, code or language, never
 * by place; a new order of the same elements is one change.
 */
final class Comparison {

    private static final String ORDER = "OrderNumber";

    private final Map<String, OdmPart> byOid = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Step> path = new ArrayList<>();
    private final List<String> part = new ArrayList<>();
    private final Deque<List<String>> outer = new ArrayDeque<>();

    private Comparison() {}

    static VersionDifference between(StudyDefinition before, StudyDefinition after) {
        return between(before, after, true);
    }

    /**
     * @param blocksTold whether block sizes are: who knows them at a site could foresee the last allocation of a block (ICH
     *     E9 2.3.1)
     */
    static VersionDifference between(StudyDefinition before, StudyDefinition after, boolean blocksTold) {
        // what stands above the study tells of the file: when and by what it was written
        OdmPart old = before.source().child("Study");
        OdmPart now = after.source().child("Study");
        List<Change> changes = blocksTold ? changes(old, now) : changes(withoutBlocks(old), withoutBlocks(now));
        return new VersionDifference(before.versionOid(), after.versionOid(), changes);
    }

    /** What differs between two elements of one kind. */
    static List<Change> changes(OdmPart before, OdmPart after) {
        Comparison comparison = new Comparison();
        comparison.index(before);
        comparison.index(after);
        comparison.compare(before, after);
        return comparison.changes;
    }

    private static OdmPart withoutBlocks(OdmPart element) {
        Map<String, String> attributes = new HashMap<>(element.attributes());
        attributes.remove("SlotsPerStratum");
        List<OdmPart> children = element.children().stream()
                .filter(child -> !Set.of("cb:BlockSize", "cb:Minimisation").contains(child.name()))
                .map(Comparison::withoutBlocks)
                .toList();
        return new OdmPart(element.name(), attributes, children, element.text());
    }

    private void index(OdmPart element) {
        String oid = element.attributes().get("OID");
        if (oid != null) {
            byOid.put(kindOfRef(element.name()) + oid, element);
        }
        element.children().forEach(this::index);
    }

    /** {@code ItemRef} refers to an {@code ItemDef}. */
    private static String kindOfRef(String name) {
        return name.replaceFirst("(Ref|Def)$", " ");
    }

    private void compare(OdmPart before, OdmPart after) {
        if (before.equals(after)) {
            return;
        }
        enter(after);
        attributes(before, after);
        if (!before.text().equals(after.text())) {
            note(Kind.CHANGED, "", before.text(), after.text());
        }
        children(before, after);
        leave(after);
    }

    private void attributes(OdmPart before, OdmPart after) {
        TreeSet<String> names = new TreeSet<>(before.attributes().keySet());
        names.addAll(after.attributes().keySet());
        names.remove(ORDER);
        if (after.name().equals("MetaDataVersion")) {
            // two versions always differ in it
            names.remove("OID");
        }
        for (String name : names) {
            String was = before.attributes().get(name);
            String is = after.attributes().get(name);
            if (!Objects.equals(was, is)) {
                note(
                        was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED,
                        ElementWords.ofAttribute(name),
                        was,
                        is);
            }
        }
    }

    private void children(OdmPart before, OdmPart after) {
        Brothers brothers = new Brothers(before.children(), after.children());
        Map<String, OdmPart> old = brothers.before();
        Map<String, OdmPart> now = brothers.after();
        now.forEach((key, child) -> {
            if (old.containsKey(key)) {
                compare(old.get(key), child);
            } else {
                whole(Kind.ADDED, child);
            }
        });
        old.forEach((key, child) -> {
            if (!now.containsKey(key)) {
                whole(Kind.REMOVED, child);
            }
        });
        order(old, now);
    }

    private void order(Map<String, OdmPart> old, Map<String, OdmPart> now) {
        List<String> was = old.keySet().stream().filter(now::containsKey).toList();
        List<String> is = now.keySet().stream().filter(old::containsKey).toList();
        Map<String, List<String>> oldByName = byName(was, old);
        byName(is, now).forEach((name, keys) -> {
            List<String> before = oldByName.getOrDefault(name, List.of());
            if (!before.equals(keys)) {
                note(Kind.CHANGED, "Order", names(before, old), names(keys, now));
            }
        });
    }

    private static Map<String, List<String>> byName(List<String> keys, Map<String, OdmPart> elements) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        keys.forEach(key -> byName.computeIfAbsent(elements.get(key).name(), name -> new ArrayList<>())
                .add(key));
        return byName;
    }

    private static String names(List<String> keys, Map<String, OdmPart> elements) {
        return keys.stream().map(elements::get).map(Comparison::shortest).collect(Collectors.joining(", "));
    }

    private static String shortest(OdmPart element) {
        String key = ElementWords.keyOf(element);
        return key.isEmpty() ? ElementWords.everything(element) : key;
    }

    private void whole(Kind kind, OdmPart element) {
        enter(element);
        String said = ElementWords.everything(element);
        note(kind, "", kind == Kind.ADDED ? null : said, kind == Kind.ADDED ? said : null);
        leave(element);
    }

    private void note(Kind kind, String last, String before, String after) {
        List<String> words = new ArrayList<>(part);
        if (!last.isEmpty()) {
            words.add(last);
        }
        changes.add(Change.of(kind, path, String.join(", ", words), before, after));
    }

    private void enter(OdmPart element) {
        if (isStep(element)) {
            path.add(step(element));
            outer.push(List.copyOf(part));
            part.clear();
        } else {
            part.addAll(wordsOf(element));
        }
    }

    private void leave(OdmPart element) {
        if (isStep(element)) {
            path.remove(path.size() - 1);
            part.clear();
            part.addAll(outer.pop());
        } else {
            wordsOf(element).forEach(word -> part.remove(part.size() - 1));
        }
    }

    private static List<String> wordsOf(OdmPart element) {
        return Stream.of(ElementWords.of(element), element.attributes().getOrDefault("xml:lang", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isStep(OdmPart element) {
        return !ElementWords.of(element).isEmpty()
                && ElementWords.nameOf(element).isPresent();
    }

    private Step step(OdmPart element) {
        String oid = ElementWords.nameOf(element).orElseThrow();
        OdmPart meant = byOid.getOrDefault(kindOfRef(element.name()) + oid, element);
        // a criterion is called by what it is a criterion of
        String holder = part.isEmpty() ? "" : String.join(", ", part) + ": ";
        return new Step(holder + ElementWords.of(meant), oid, ElementWords.titleOf(meant));
    }
}
