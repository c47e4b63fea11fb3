package org.casebook.schedule;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.definition.EventDefinition;
import org.casebook.definition.FormDefinition;
import org.casebook.definition.StudyDefinition;
import org.casebook.subject.Participant;

/**
 * What is over for a participant, so that visits from then on are not expected.
 *
 * @param ended date on which the participation ended; null while it goes on
 * @param treatmentStopped date from which on no treatment is given; null while it may be
 * @param treatmentForms the forms that record treatment; a visit with one of them is a treatment visit
 */
public record Over(LocalDate ended, LocalDate treatmentStopped, Set<String> treatmentForms) {

    /** Nothing is over. */
    static final Over NOTHING = new Over(null, null, Set.of());

    public static Over of(Participant participant, StudyDefinition study) {
        LocalDate ended =
                participant.ended() == null ? null : participant.ended().date();
        if (participant.treatmentStopped() == null) {
            return new Over(ended, null, Set.of());
        }
        Set<String> forms = study.forms().values().stream()
                .filter(form -> form.purpose() == FormDefinition.Purpose.TREATMENT)
                .map(FormDefinition::oid)
                .collect(Collectors.toSet());
        return new Over(ended, participant.treatmentStopped(), forms);
    }

    /** Until when the event was expected; null: it still is. */
    public LocalDate until(EventDefinition event) {
        boolean stopped = treatmentStopped != null
                && event.forms().stream().anyMatch(ref -> ref.mandatory() && treatmentForms.contains(ref.formOid()));
        return stopped && (ended == null || treatmentStopped.isBefore(ended)) ? treatmentStopped : ended;
    }
}
