package org.casebook.acceptance;

import java.util.ArrayList;
import java.util.List;
import org.casebook.capture.PracticeCasebook;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.StudyRules;
import org.casebook.definition.TestParticipant;
import org.casebook.definition.TestParticipant.Enter;
import org.casebook.definition.TestParticipant.ExpectEligibility;
import org.casebook.definition.TestParticipant.ExpectItems;
import org.casebook.definition.TestParticipant.ExpectVisit;
import org.casebook.definition.TestParticipant.FormAct;
import org.casebook.definition.TestParticipant.Step;
import org.casebook.definition.TestParticipant.Visit;
import org.casebook.kernel.Language;
import org.casebook.kernel.Refusal;

/** The course of one test participant through the study, by the rules of production. */
final class TestCourse {

    private static final String TAKEN = "taken";
    private static final String REFUSED = "refused";

    private final StudyDefinition study;
    private final TestParticipant participant;
    private final PracticeCasebook book;
    private final Observation observation;
    private final List<RunResult.Step> steps = new ArrayList<>();
    private String event;

    private TestCourse(StudyDefinition study, StudyRules rules, TestParticipant participant) {
        this.study = study;
        this.participant = participant;
        this.book =
                new PracticeCasebook(study, rules, participant.oid(), participant.today(), participant.randomizedOn());
        this.observation = new Observation(study, book);
    }

    /** Runs every test participant of a study version. Nothing is stored; what comes is the same for every reader. */
    static RunResult run(StudyDefinition study, StudyRules rules) {
        return Language.ENGLISH.saying(() -> new RunResult(study.testParticipants().stream()
                .map(participant -> new TestCourse(study, rules, participant).follow())
                .toList()));
    }

    private RunResult.Participant follow() {
        participant.steps().forEach(this::take);
        return new RunResult.Participant(
                participant.oid(), participant.name(), participant.line().number(), steps);
    }

    private void take(Step step) {
        if (step instanceof Visit visit) {
            visit(visit);
        } else if (step instanceof Enter enter) {
            enter(enter);
        } else if (step instanceof FormAct act) {
            act(act);
        } else if (step instanceof ExpectItems items) {
            steps.add(observation.items(event, items));
        } else if (step instanceof ExpectVisit visit) {
            steps.add(observation.visit(visit));
        } else if (step instanceof ExpectEligibility eligibility) {
            steps.add(observation.eligibility(eligibility));
        }
    }

    private void visit(Visit visit) {
        event = visit.event();
        if (visit.today() != null) {
            book.turnTo(visit.today());
        } else if (visit.date() != null && visit.date().isAfter(book.today())) {
            book.turnTo(visit.date());
        }
        String name = study.event(event).name().text();
        if (visit.notDone()) {
            attempt(visit, name + " not done", visit.refused(), () -> book.notDone(event, visit.reason()));
        } else if (visit.date() != null) {
            attempt(
                    visit,
                    name + " on " + visit.date(),
                    visit.refused(),
                    () -> book.visit(event, visit.date(), visit.reason()));
        }
        visit.steps().forEach(this::take);
    }

    private void enter(Enter enter) {
        String typed = enter.value() == null ? "" : enter.value();
        String how = (enter.unit() == null ? "" : " " + enter.unit())
                + (enter.leftBlank() == null ? "" : " left blank: " + Observation.word(enter.leftBlank()));
        attempt(
                enter,
                Observation.text(enter.place()) + " ← “" + typed + "”" + how,
                enter.refused(),
                () -> book.type(
                        Observation.place(event, enter.place()),
                        new PracticeCasebook.Typed(enter.value(), enter.unit(), enter.leftBlank())));
    }

    private void act(FormAct act) {
        attempt(
                act,
                Observation.text(act.place()) + " " + Observation.word(act.act()),
                act.refused(),
                () -> book.act(Observation.place(event, act.place()), act.act(), act.reason()));
    }

    private void attempt(Step step, String what, boolean refusalExpected, Runnable act) {
        String expected = refusalExpected ? REFUSED : TAKEN;
        try {
            act.run();
            record(step, what, expected, TAKEN, !refusalExpected);
        } catch (Refusal refusal) {
            record(step, what, expected, REFUSED + ": " + refusal.getMessage(), refusalExpected);
        }
    }

    private void record(Step step, String what, String expected, String actual, boolean passed) {
        steps.add(new RunResult.Step(step.line().number(), what, expected, actual, passed));
    }
}
