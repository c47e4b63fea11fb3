package org.casebook.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;

/**
 * One participant as a file of clinical data gives it.
 *
 * @param line line in the file, from 1
 * @param study StudyOID of the ClinicalData around it
 * @param version MetaDataVersionOID of the ClinicalData around it
 * @param key SubjectKey
 * @param location LocationOID of its SiteRef; null when it has none
 * @param transactional whether the file tells one change after the other; else it says how things stand
 * @param exported whether the file says that Casebook wrote it
 */
record SourceSubject(
        int line,
        String study,
        String version,
        String key,
        String location,
        Act act,
        boolean transactional,
        boolean exported,
        Content content) {

    /**
     * What stands inside it.
     *
     * @param groups its item groups with values, in the file's order
     * @param oddities what stands there and cannot be taken
     */
    record Content(List<Group> groups, List<Oddity> oddities) {

        Content {
            groups = List.copyOf(groups);
            oddities = List.copyOf(oddities);
        }

        private Content followedBy(Content later) {
            return new Content(joined(groups, later.groups), joined(oddities, later.oddities));
        }

        private static <T> List<T> joined(List<T> one, List<T> other) {
            List<T> all = new ArrayList<>(one);
            all.addAll(other);
            return all;
        }
    }

    /** What nobody can take, with its line and why. */
    record Oddity(int line, String sentence) {}

    List<Group> groups() {
        return content.groups();
    }

    /** The same participant with what the file says of it further on. */
    SourceSubject followedBy(SourceSubject later) {
        boolean same = Objects.equals(study, later.study) && Objects.equals(version, later.version);
        Content further = same ? later.content : new Content(List.of(), List.of(elsewhere(later)));
        return new SourceSubject(
                line,
                study,
                version,
                key,
                location == null ? later.location : location,
                later.act == Act.REMOVE ? Act.REMOVE : act,
                transactional,
                exported,
                content.followedBy(further));
    }

    private Oddity elsewhere(SourceSubject later) {
        return new Oddity(
                later.line,
                "%s stands in the study %s, version %s here, and in %s, version %s in line %d. Give each a file of its own."
                        .formatted(key, later.study, later.version, study, version, line));
    }

    /** An element that holds others, with its OID and the key that tells its repeats apart; null: it has none. */
    record Level(String oid, String repeat) {}

    /**
     * Values that stand together.
     *
     * @param event StudyEventData around them
     * @param path FormData and ItemGroupData around them, outermost first; empty when a whole visit goes
     * @param act what is to be done with the innermost of the path
     */
    record Group(int line, Level event, List<Level> path, Act act, List<Value> values) {

        Group {
            path = List.copyOf(path);
            values = List.copyOf(values);
        }

        Level innermost() {
            return path.get(path.size() - 1);
        }

        /** The forms around the values, innermost first: rows inside a form are a form of their own in a study. */
        List<FormDefinition> forms(StudyDefinition study) {
            List<FormDefinition> forms = new ArrayList<>();
            path.forEach(level -> study.findForm(level.oid()).ifPresent(form -> forms.add(0, form)));
            return forms;
        }

        /** Whether the innermost goes with all that stands in it, listed there or not. */
        boolean removes(FormDefinition form) {
            boolean bare = values.stream().allMatch(value -> value.act() == Act.REMOVE);
            return act == Act.REMOVE && bare && (values.isEmpty() || isWhole(form));
        }

        /** Whether the innermost is the form or a row of it, not a part of one. */
        boolean isWhole(FormDefinition form) {
            String oid = innermost().oid();
            boolean part = form.sections().stream().anyMatch(section -> oid.equals(section.oid()));
            return oid.equals(form.oid()) || form.log() && (innermost().repeat() != null || !part);
        }
    }

    /**
     * One value.
     *
     * @param text as it stands in the file; null when the file says that there is none
     * @param unit OID of its unit; null when the file gives none
     * @param leftBlank why there is none, where the file says so in Casebook's words; else null
     * @param type what the name of its element says of it, as in {@code ItemDataInteger}; null when it says nothing
     * @param several whether the file gives several values, here with commas between them
     */
    record Value(
            int line, String item, String text, String unit, String leftBlank, Act act, String type, boolean several) {

        Value(int line, String item, String text, String unit, String leftBlank, Act act) {
            this(line, item, text, unit, leftBlank, act, null, false);
        }

        /** Says that the value of an item goes. */
        static Value removal(int line, String item) {
            return new Value(line, item, null, null, null, Act.REMOVE);
        }

        /** This value as the end of a sequence that began with another: what was inserted and then updated was inserted. */
        Value after(Value first) {
            return switch (first.act()) {
                case INSERT -> act == Act.REMOVE ? this : as(Act.INSERT);
                case REMOVE -> anew();
                case UPSERT -> act == Act.UPDATE ? as(Act.UPSERT) : this;
                default -> this;
            };
        }

        /** This value where what was there went before in the same file: it may be inserted, whatever was there. */
        Value anew() {
            return act == Act.INSERT ? as(Act.UPSERT) : this;
        }

        private Value as(Act other) {
            return new Value(line, item, text, unit, leftBlank, other, type, several);
        }
    }
}
