package org.casebook.transfer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebook.capture.FormState;
import org.casebook.definition.StudyDefinition;

/**
 * Where a participant of a file stands in the study.
 *
 * @param site number of the site
 * @param subject its key here; null while it is to be added
 * @param definition the version that holds for it
 * @param locked whether its casebook is locked
 * @param forms its forms and rows, void ones too
 * @param rows id of the row of each log that an earlier file filled, by place and the file's key
 * @param ours whether the study itself wrote the file, so that its rows go by their numbers, whatever other files call them
 */
record Standing(
        String site,
        String subject,
        StudyDefinition definition,
        boolean locked,
        List<FormState> forms,
        Map<SourceRow, Long> rows,
        boolean ours) {

    /**
     * A row as files call it.
     *
     * @param event visit; null for logs that belong to none
     */
    record SourceRow(String event, String form, String key) {}

    Standing {
        forms = List.copyOf(forms);
        rows = Map.copyOf(rows);
    }

    /** Why nothing of the participant can be taken from the file; empty when something can. */
    Optional<String> refuses(SourceSubject source) {
        if (source.act() == Act.REMOVE) {
            return Optional.of("A file does not remove participants. End the participation instead.");
        }
        if (source.act() == Act.UPDATE && subject == null) {
            return Optional.of(
                    "The file updates the participant, who is not here. Correct the SubjectKey, or write Insert or Upsert.");
        }
        return locked ? Optional.of("The participant is locked. Unlock it before data come in.") : Optional.empty();
    }

    /** The form that stands here; void forms of visits do not count, void rows do. */
    Optional<FormState> find(SubjectComparison.Seat seat) {
        return seat.row() == null
                ? forms.stream()
                        .filter(form -> form.row() == null
                                && form.form().equals(seat.form())
                                && seat.event().equals(form.event())
                                && form.state() != FormState.State.VOID)
                        .findFirst()
                : row(seat);
    }

    /** Whether a form stands here that is void: it was removed before. */
    boolean isVoid(SubjectComparison.Seat seat) {
        return seat.row() == null
                ? forms.stream()
                        .anyMatch(form -> form.row() == null
                                && form.form().equals(seat.form())
                                && seat.event().equals(form.event())
                                && form.state() == FormState.State.VOID)
                : row(seat).filter(row -> row.state() == FormState.State.VOID).isPresent();
    }

    /** The visit at which the rows stand; null for logs that belong to none. */
    String placeOf(SubjectComparison.Seat seat) {
        return definition.event(seat.event()).isLog() ? null : seat.event();
    }

    private Optional<FormState> row(SubjectComparison.Seat seat) {
        Long known = rows.get(new SourceRow(placeOf(seat), seat.form(), seat.row()));
        Optional<FormState> named =
                rowsAt(seat).filter(form -> known != null && form.id() == known).findFirst();
        Optional<FormState> numbered = rowsAt(seat)
                .filter(form -> seat.row().equals(String.valueOf(form.row())))
                // a number may only look like what another system calls a row of its own
                .filter(form -> ours || known == null && !rows.containsValue(form.id()))
                .findFirst();
        return ours ? numbered.or(() -> named) : named.or(() -> numbered);
    }

    private Stream<FormState> rowsAt(SubjectComparison.Seat seat) {
        return forms.stream()
                .filter(form -> form.row() != null
                        && form.form().equals(seat.form())
                        && Objects.equals(form.event(), placeOf(seat)));
    }
}
