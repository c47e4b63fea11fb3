package org.casebook.acceptance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.casebook.capture.ItemState;
import org.casebook.capture.PracticeCasebook;
import org.casebook.definition.StudyDefinition;
import org.casebook.definition.TestParticipant;
import org.casebook.definition.TestParticipant.ExpectEligibility;
import org.casebook.definition.TestParticipant.ExpectItems;
import org.casebook.definition.TestParticipant.ExpectVisit;
import org.casebook.definition.TestParticipant.Verdict;
import org.casebook.kernel.Truth;
import org.casebook.schedule.PlannedVisit;
import org.casebook.schedule.Window;
import org.casebook.subject.CriterionResult;
import org.casebook.subject.Gate;

/** Looks at a test participant's casebook and says, in the same words, what was expected and what is there. */
record Observation(StudyDefinition study, PracticeCasebook book) {

    /** Collects what one expectation says and what is seen. */
    private static final class Comparison {

        private final List<String> expected = new ArrayList<>();
        private final List<String> actual = new ArrayList<>();
        private boolean passed = true;

        void add(String wanted, String seen, boolean holds) {
            expected.add(wanted);
            actual.add(seen);
            passed &= holds;
        }

        void same(String wanted, String seen) {
            add(wanted, seen, wanted.equals(seen));
        }

        RunResult.Step step(TestParticipant.Step of, String what) {
            return new RunResult.Step(
                    of.line().number(), what, String.join(", ", expected), String.join(", ", actual), passed);
        }
    }

    RunResult.Step items(String event, ExpectItems wanted) {
        Comparison comparison = new Comparison();
        if (wanted.place().item() == null) {
            form(event, wanted, comparison);
        } else {
            item(event, wanted, comparison);
        }
        return comparison.step(wanted, text(wanted.place()));
    }

    private void form(String event, ExpectItems wanted, Comparison comparison) {
        if (wanted.shown() != null) {
            Truth collected = book.collected(event, wanted.place().form());
            String seen = switch (collected) {
                case TRUE -> "collected";
                case FALSE -> "not collected";
                case UNKNOWN -> "not known yet whether collected";
            };
            comparison.same(wanted.shown() ? "collected" : "not collected", seen);
        }
        if (wanted.checks() != null) {
            List<String> standing = book.standing(place(event, wanted.place())).stream()
                    .map(PracticeCasebook.Standing::check)
                    .distinct()
                    .toList();
            checks(wanted, standing, comparison);
        }
    }

    private void item(String event, ExpectItems wanted, Comparison comparison) {
        ItemState state = book.item(place(event, wanted.place()));
        if (wanted.shown() != null) {
            comparison.same(shown(wanted.shown()), shown(!state.hidden()));
        }
        if (wanted.readable() != null) {
            comparison.same(readable(wanted.readable()), readable(state.valid()));
        }
        if (wanted.value() != null) {
            comparison.same(value(wanted.value()), value(Objects.toString(state.value(), "")));
        }
        if (wanted.checks() != null) {
            checks(wanted, state.checks(), comparison);
        }
    }

    private static void checks(ExpectItems wanted, List<String> standing, Comparison comparison) {
        boolean holds = standing.containsAll(wanted.checks())
                && (!wanted.only() || wanted.checks().containsAll(standing));
        String how = wanted.only() ? "checks only " : "checks ";
        comparison.add(list(how, wanted.checks()), list("checks ", standing), holds);
    }

    RunResult.Step visit(ExpectVisit wanted) {
        LocalDate day = wanted.asOf() == null ? book.today() : wanted.asOf();
        PlannedVisit visit = book.visit(wanted.event(), day);
        Window window = visit.window();
        Comparison comparison = new Comparison();
        if (wanted.state() != null) {
            comparison.same(word(wanted.state()), word(visit.state().name()));
        }
        date("planned", wanted.planned(), window == null ? null : window.planned(), comparison);
        date("earliest", wanted.earliest(), window == null ? null : window.earliest(), comparison);
        date("latest", wanted.latest(), window == null ? null : window.latest(), comparison);
        return comparison.step(wanted, study.event(wanted.event()).name().text() + " as of " + day);
    }

    private static void date(String which, LocalDate wanted, LocalDate seen, Comparison comparison) {
        if (wanted != null) {
            comparison.same(which + " " + wanted, which + " " + (seen == null ? "not known" : seen));
        }
    }

    RunResult.Step eligibility(ExpectEligibility wanted) {
        Comparison comparison = new Comparison();
        Gate gate = book.gate();
        if (wanted.verdict() != null) {
            Verdict seen = wanted.criterion() == null ? eligible(gate) : verdict(gate, wanted.criterion());
            comparison.same(word(wanted.verdict().name()), word(seen.name()));
        }
        if (wanted.consented() != null) {
            comparison.same(consented(wanted.consented()), consented(gate.consented()));
        }
        String what = wanted.criterion() == null
                ? "Eligibility"
                : "Criterion "
                        + study.criteria().stream()
                                .filter(criterion -> criterion.oid().equals(wanted.criterion()))
                                .map(criterion -> criterion.number())
                                .findFirst()
                                .orElse(wanted.criterion());
        return comparison.step(wanted, what);
    }

    /** As a whole: met when every criterion is, not met when one is not. */
    private static Verdict eligible(Gate gate) {
        if (gate.eligible()) {
            return Verdict.MET;
        }
        boolean against =
                gate.criteria().stream().anyMatch(criterion -> criterion.verdict() == CriterionResult.Verdict.NOT_MET);
        return against ? Verdict.NOT_MET : Verdict.NOT_YET;
    }

    private static Verdict verdict(Gate gate, String criterion) {
        return gate.criteria().stream()
                .filter(result -> result.oid().equals(criterion))
                .map(result -> Verdict.valueOf(result.verdict().name()))
                .findFirst()
                .orElse(Verdict.NOT_YET);
    }

    static PracticeCasebook.Place place(String event, TestParticipant.Place place) {
        return new PracticeCasebook.Place(event, place.form(), place.row(), place.item());
    }

    /** {@code FORM.ITEM}, with the row of a log. */
    static String text(TestParticipant.Place place) {
        return place.form()
                + (place.row() == null ? "" : " row " + place.row())
                + (place.item() == null ? "" : "." + place.item());
    }

    private static String shown(boolean yes) {
        return yes ? "shown" : "hidden";
    }

    private static String readable(boolean yes) {
        return yes ? "understood" : "not understood";
    }

    private static String consented(boolean yes) {
        return yes ? "consented" : "not consented";
    }

    private static String value(String text) {
        return text.isEmpty() ? "no value" : "value “" + text + "”";
    }

    private static String list(String how, List<String> checks) {
        return checks.isEmpty() ? "no checks" : how + String.join(" ", checks);
    }

    /** {@code NOT_YET} as {@code not yet}. */
    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
