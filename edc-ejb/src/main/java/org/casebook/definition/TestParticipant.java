package org.casebook.definition;

import java.time.LocalDate;
import java.util.List;

/**
 * A participant that exists only to try the study's rules: what is typed at which visit, and what must come of it. Run before a
 * version is released, by the rules of production.
 *
 * @param oid unique among the test participants of the file
 * @param name what it shows, for people
 * @param today the day at the site on which its first step happens
 * @param randomizedOn day that windows from randomisation count from, known from that day on; null: none. Nothing is allocated
 * @param steps in the order in which they happen: visits, and expectations between them
 */
public record TestParticipant(
        Line line, String oid, String name, LocalDate today, LocalDate randomizedOn, List<Step> steps) {

    public TestParticipant {
        steps = List.copyOf(steps);
    }

    /**
     * Where in the file. Not part of what is meant: the same step on another line is the same step.
     *
     * @param number from 1; 0 when unknown
     */
    public record Line(int number) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Line;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** One thing done, or one expectation. */
    public sealed interface Step permits Visit, Enter, FormAct, ExpectItems, ExpectVisit, ExpectEligibility {

        Line line();
    }

    /**
     * Work at one visit, or on the logs: first the visit's date is recorded, if one is given, then its steps follow.
     *
     * @param event event OID
     * @param today the day on which this happens; null: the visit's date, or as before
     * @param date when it took place; null: no date is recorded
     * @param notDone whether it is recorded as not done
     * @param reason why outside the window, or why not done; null: none is given
     * @param refused whether the date, or that it was not done, must be refused
     * @param steps entries and expectations at this visit, in order
     */
    public record Visit(
            Line line,
            String event,
            LocalDate today,
            LocalDate date,
            boolean notDone,
            String reason,
            boolean refused,
            List<Step> steps)
            implements Step {

        public Visit {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A place on a form of the visit at hand.
     *
     * @param row number of the row, from 1, when the form is a log; else null
     * @param item item OID; null: the form as a whole
     */
    public record Place(String form, Integer row, String item) {}

    /**
     * Typing into an item.
     *
     * @param value as typed; null or blank: emptied
     * @param unit OID of the unit in which it is typed; null: the item's own
     * @param leftBlank why it is left blank, for example {@code NOT_DONE}; null: no reason
     * @param refused whether the entry must be refused
     */
    public record Enter(Line line, Place place, String value, String unit, String leftBlank, boolean refused)
            implements Step {}

    /**
     * Something that happens to a form, or the row of a log, as a whole.
     *
     * @param place of the form, without item
     * @param act COMPLETE, REOPEN (a void one too), NOT_DONE, VOID, LOCK or UNLOCK
     * @param reason null: none is given
     * @param refused whether it must be refused
     */
    public record FormAct(Line line, Place place, String act, String reason, boolean refused) implements Step {}

    /**
     * What must be seen of an item or a form.
     *
     * @param shown whether the item is asked, or the form collected; null: either
     * @param readable whether what was typed is understood; null: either
     * @param value the value as exported, empty for none; null: any
     * @param checks OIDs of checks that stand against the item, or anywhere on the form; null: any
     * @param only whether no other check stands there
     */
    public record ExpectItems(
            Line line, Place place, Boolean shown, Boolean readable, String value, List<String> checks, boolean only)
            implements Step {

        public ExpectItems {
            checks = checks == null ? null : List.copyOf(checks);
        }
    }

    /**
     * How a visit must stand in the schedule.
     *
     * @param event event OID
     * @param asOf the day on which it is looked at; null: the day at hand
     * @param state name of a state of the schedule, for example {@code DUE}; null: any
     * @param planned null: any
     * @param earliest null: any
     * @param latest null: any
     */
    public record ExpectVisit(
            Line line,
            String event,
            LocalDate asOf,
            String state,
            LocalDate planned,
            LocalDate earliest,
            LocalDate latest)
            implements Step {}

    /**
     * How the participant must stand before randomisation.
     *
     * @param criterion OID of the criterion meant; null: eligibility as a whole
     * @param verdict null: any
     * @param consented whether a consent date is documented; null: either
     */
    public record ExpectEligibility(Line line, String criterion, Verdict verdict, Boolean consented) implements Step {}

    /** Three-valued: what is unknown is not yet decided. */
    public enum Verdict {
        MET,
        NOT_MET,
        NOT_YET
    }
}
