package org.casebook.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.ItemDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.disclosure.TreatmentLine;
import org.casebook.kernel.StudyKey;
import org.casebook.veil.Veil;

/**
 * What is cut: one locked study, or a test or training copy as it stands, with its versions, sites and signature meanings.
 *
 * @param study key of the study; a copy for tests or training has its kind in it
 * @param at the dataset's time, UTC: when the lock closed; of a copy that is not locked, the moment of the cut
 * @param locked false only for a test or training copy that is not locked
 * @param software version of Casebook that writes
 * @param versions the versions in use, oldest first; at least one
 * @param meanings meanings of all signatures, sorted
 */
record Cut(
        String study,
        Instant at,
        boolean locked,
        String software,
        List<Version> versions,
        List<SiteRow> sites,
        List<String> meanings,
        Blinding blinding) {

    /**
     * A study version in use.
     *
     * @param id database id, as forms and participants carry it
     * @param effective when it was released, UTC date
     */
    record Version(long id, LocalDate effective, StudyDefinition definition) {}

    /**
     * A person (or service account) who stands in the history or under a form.
     *
     * @param id Keycloak's subject, never reused
     */
    record Person(String id, String username, String fullName, String organisation) {}

    record SiteRow(String number, String name, String timeZone) {}

    StudyKey key() {
        return StudyKey.parse(study);
    }

    /** What a file of a copy says of itself, so that nobody takes it for data of participants; empty in production. */
    String warning() {
        return switch (key().kind()) {
            case PRODUCTION -> "";
            case TEST -> "TEST STUDY: made up to try the study; no data of participants.";
            case TRAINING -> "TRAINING STUDY: made up for practice; no data of participants.";
        };
    }

    StudyDefinition newest() {
        return versions.get(versions.size() - 1).definition();
    }

    StudyDefinition version(long id) {
        return versions.stream()
                .filter(version -> version.id() == id)
                .findFirst()
                .map(Version::definition)
                .orElseThrow(() -> new IllegalStateException("Study version " + id + " is not among those in use"));
    }

    /** Each form of any version, as its newest version draws it, in the study's order. */
    Map<String, FormDefinition> forms() {
        Map<String, FormDefinition> forms = new LinkedHashMap<>(newest().forms());
        versions.forEach(version -> version.definition().forms().forEach(forms::putIfAbsent));
        return forms;
    }

    /** Whether rows of any version's forms lead to rows. */
    boolean links() {
        return versions.stream()
                .flatMap(version -> version.definition().forms().values().stream())
                .flatMap(form -> form.items().stream())
                .anyMatch(item -> item.link() != null);
    }

    /** Whether the value of this item leads to rows. */
    boolean isLink(long versionId, String form, String item) {
        return version(versionId)
                .findItem(form, item)
                .filter(found -> found.link() != null)
                .isPresent();
    }

    /** What participants received, each as its columns in the order of {@link TableCsv#TREATMENTS}. */
    List<List<String>> treatments() {
        return blinding.treatments.stream()
                .map(line -> List.of(study, line.site(), line.subject(), line.number(), line.arm(), line.treatment()))
                .toList();
    }

    /** Events in the order of the schedule. */
    List<String> eventOrder() {
        return newest().events().stream().map(EventDefinition::oid).toList();
    }

    /** Events in the order of the schedule, each with its later occurrences among these behind it. */
    List<String> eventOrder(Set<String> dated, Set<String> filled) {
        Set<String> recorded = new TreeSet<>(dated);
        recorded.addAll(filled);
        return newest().eventsWith(recorded).stream().map(EventDefinition::oid).toList();
    }

    /** The log in which a form that belongs to no visit stands. */
    Optional<String> logOf(String form) {
        return newest().logs().stream()
                .filter(log -> log.findForm(form).isPresent())
                .map(EventDefinition::oid)
                .findFirst();
    }

    /**
     * What must not be in a dataset while the study is blinded: items that would tell the treatment, as {@link Veil} finds them,
     * in data, metadata and history alike. Allocations lie in a schema of their own, which this room cannot read at all.
     */
    static final class Blinding {

        private final Veil veil;
        private final boolean unblinded;
        private final List<TreatmentLine> treatments;

        /** While the study is blinded. */
        Blinding(Veil veil) {
            this.veil = veil;
            this.unblinded = false;
            this.treatments = List.of();
        }

        /** Once the unblinding of the study is recorded: nothing is left out. */
        Blinding(List<TreatmentLine> treatments) {
            this.veil = Veil.NONE;
            this.unblinded = true;
            this.treatments = List.copyOf(treatments);
        }

        boolean unblinded() {
            return unblinded;
        }

        /** The items of a form that a dataset may hold, in the form's order. */
        List<ItemDefinition> shown(FormDefinition form) {
            return veil.shown(form).items();
        }

        boolean shows(String form, String item) {
            return !veil.hides(form, item);
        }

        /** Whether what lies at this event may be told; by being there some tell the arm. */
        boolean showsEvent(String event) {
            return !veil.hidesEvent(event);
        }

        /** Names of what is left out, {@code FORM/ITEM}, for the manifest. */
        Set<String> withheld(StudyDefinition study) {
            Set<String> names = new TreeSet<>(veil.events());
            study.forms()
                    .values()
                    .forEach(form -> form.items().stream()
                            .filter(item -> veil.hides(form.oid(), item.oid()))
                            .forEach(item -> names.add(form.oid() + "/" + item.oid())));
            return names;
        }
    }
}
