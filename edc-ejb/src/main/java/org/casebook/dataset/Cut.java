package org.casebook.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebook.study.EventDefinition;
import org.casebook.study.FormDefinition;
import org.casebook.study.StudyDefinition;

/**
 * What is cut: one locked study with its versions, sites and signature meanings.
 *
 * @param lockedAt when the lock closed, UTC; the dataset's time
 * @param software version of Casebook that writes
 * @param versions the versions in use, oldest first; at least one
 * @param meanings meanings of all signatures, sorted
 */
record Cut(
        String study,
        Instant lockedAt,
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

    /** Events in the order of the schedule. */
    List<String> eventOrder() {
        return newest().events().stream().map(EventDefinition::oid).toList();
    }

    /** The log in which a form that belongs to no visit stands. */
    Optional<String> logOf(String form) {
        return newest().logs().stream()
                .filter(log -> log.findForm(form).isPresent())
                .map(EventDefinition::oid)
                .findFirst();
    }
}
