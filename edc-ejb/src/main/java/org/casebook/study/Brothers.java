package org.casebook.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.odm.OdmPart;

/**
 * Finds for each child of an element the one that it was in another version: the same ones at the start and at the end, then
 * by what names it; several of one name, as in the steps of a test participant, by what they say, then one after the other.
 */
final class Brothers {

    private final Map<String, OdmPart> before = new LinkedHashMap<>();
    private final Map<String, OdmPart> after = new LinkedHashMap<>();

    Brothers(List<OdmPart> before, List<OdmPart> after) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<OdmPart> old = before.subList(start, before.size() - end);
        List<OdmPart> now = after.subList(start, after.size() - end);
        // what is the same at the start and at the end needs no second look
        same("start", before.subList(0, start));
        keep(old, byName(old), byName(now), this.before);
        keep(now, byName(now), byName(old), this.after);
        same("end", before.subList(before.size() - end, before.size()));
    }

    private void same(String where, List<OdmPart> children) {
        for (int i = 0; i < children.size(); i++) {
            before.put(where + i, children.get(i));
            after.put(where + i, children.get(i));
        }
    }

    /** The children of the one, in order; a child and the one that it was have the same key. */
    Map<String, OdmPart> before() {
        return before;
    }

    /** The children of the other, in order. */
    Map<String, OdmPart> after() {
        return after;
    }

    private static Map<String, List<OdmPart>> byName(List<OdmPart> children) {
        Map<String, List<OdmPart>> byName = new LinkedHashMap<>();
        children.forEach(child ->
                byName.computeIfAbsent(name(child), name -> new ArrayList<>()).add(child));
        return byName;
    }

    private static String name(OdmPart child) {
        return child.name() + " " + ElementWords.keyOf(child);
    }

    private static void keep(
            List<OdmPart> children,
            Map<String, List<OdmPart>> own,
            Map<String, List<OdmPart>> others,
            Map<String, OdmPart> kept) {
        Map<String, List<OdmPart>> unmatched = new LinkedHashMap<>();
        others.forEach((name, all) -> unmatched.put(name, new ArrayList<>(all)));
        for (OdmPart child : children) {
            String name = name(child);
            List<OdmPart> same = unmatched.getOrDefault(name, List.of());
            boolean alone = own.get(name).size() == 1
                    && others.getOrDefault(name, List.of()).size() <= 1;
            String said = !alone && same.remove(child) ? " = " + child : "";
            kept.put(free(kept, name + said), child);
        }
    }

    private static String free(Map<String, OdmPart> kept, String key) {
        String free = key;
        for (int n = 2; kept.containsKey(free); n++) {
            free = key + " #" + n;
        }
        return free;
    }
}
