package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.casebook.it.InContainer;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.standing.Decision;
import org.casebook.standing.ScreeningLine;
import org.casebook.standing.ScreeningLog;
import org.casebook.standing.Standing;
import org.casebook.subject.SubjectStatus;
import org.junit.jupiter.api.Test;

/** Everybody who was screened, per site; whoever failed can be screened again under a new number, once. */
class ScreeningLogIT extends InContainer {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    @Inject
    private Trial trial;

    @Inject
    private ScreeningLog log;

    @Inject
    private Standing standing;

    @Test
    void a_failure_stands_with_its_criteria_and_leads_to_the_next_screening() {
        String study = "SCREENLOG";
        trial.open(study);
        Scope site = Scope.of(study, "101");
        String first = trial.participant(study, "101");
        assertThatThrownBy(() -> log.rescreen(site, first))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("has not failed");
        standing.change(
                site, first, new Decision(SubjectStatus.SCREEN_FAILED, TODAY, "Opioids.", null, List.of("E1", "I5")));
        String second = log.rescreen(site, first).key();
        assertThatThrownBy(() -> log.rescreen(site, first))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(second);

        List<ScreeningLine> lines = log.list(site);
        assertThat(lines).extracting(ScreeningLine::subject).containsExactly(first, second);
        assertThat(lines.get(0).outcome()).isEqualTo(SubjectStatus.SCREEN_FAILED);
        assertThat(lines.get(0).outcomeOn()).isEqualTo(TODAY);
        assertThat(lines.get(0).failing()).containsExactly("I5", "E1");
        assertThat(lines.get(0).reason()).isEqualTo("Opioids.");
        assertThat(lines.get(1).outcome()).isEqualTo(SubjectStatus.SCREENING);
        assertThat(lines.get(1).earlier()).isEqualTo(first);

        String other = trial.participant(study, "102");
        Scope south = Scope.of(study, "102");
        assertThat(log.list(south)).extracting(ScreeningLine::subject).containsExactly(other);
        assertThatThrownBy(() -> log.list(site)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> log.rescreen(south, first)).isInstanceOf(NotFound.class);
        trial.as(People.person("monitor", "/studies/" + study + "/all/monitor"));
        assertThat(log.list(Scope.of(study))).hasSize(3);
        assertThatThrownBy(() -> log.rescreen(site, first)).isInstanceOf(NotAllowed.class);
    }
}
