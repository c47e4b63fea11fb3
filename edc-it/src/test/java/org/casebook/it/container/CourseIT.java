package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.casebook.course.Course;
import org.casebook.course.EarlierValue;
import org.casebook.course.FormTable;
import org.casebook.course.Neighbours;
import org.casebook.course.Stop;
import org.casebook.it.InContainer;
import org.casebook.kernel.NotFound;
import org.casebook.kernel.Scope;
import org.casebook.schedule.VisitPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One form through the visits: earlier values, visits beside each other, the way from form to form. */
class CourseIT extends InContainer {

    private static final String STUDY = "THIRTY";
    private static final Scope SITE = Scope.of(STUDY, "101");

    @Inject
    private Trial trial;

    @Inject
    private Casework work;

    @Inject
    private Course course;

    @Inject
    private VisitPlan plan;

    private String subject;
    private LocalDate day;
    private long base;

    @BeforeEach
    void enrol() {
        trial.open(STUDY, "studies/thirty.xml");
        subject = trial.participant(STUDY, "101");
        day = LocalDate.now(ZoneOffset.UTC).minusMonths(4);
        plan.date(SITE, subject, "SE_BASE", day, null);
        base = work.start(SITE, subject, "SE_BASE", "EXAM");
        work.type(SITE, base, "SYS", "120");
        work.type(SITE, base, "POSITION", "SIT");
        work.type(SITE, base, "PAINYN", "yes");
        work.type(SITE, base, "PAIN", "60");
        work.type(SITE, base, "PAINYN", "no");
    }

    @Test
    void the_latest_earlier_value_of_each_item_is_told_with_visit_and_date() {
        long month1 = work.start(SITE, subject, "SE_M1", "EXAM");
        work.type(SITE, month1, "SYS", "135");
        long month3 = work.start(SITE, subject, "SE_M3", "EXAM");
        List<EarlierValue> earlier = course.earlier(SITE, month3);
        assertThat(earlier)
                .contains(
                        new EarlierValue("SYS", "135 mmHg", "Month 1", null, month1),
                        new EarlierValue("POSITION", "Sitting", "Baseline", day, base),
                        new EarlierValue("PAINYN", "no", "Baseline", day, base));
        assertThat(earlier).extracting(EarlierValue::item).doesNotContain("LEFTKIT", "KITOK");
        assertThat(course.earlier(SITE, base)).isEmpty();
    }

    @Test
    void visits_stand_beside_each_other_without_what_is_blinded() {
        long month1 = work.start(SITE, subject, "SE_M1", "EXAM");
        work.type(SITE, month1, "SYS", "310");
        FormTable table = course.table(SITE, subject, "EXAM");
        assertThat(table.visits()).extracting(FormTable.Visit::name).containsExactly("Baseline", "Month 1");
        List<FormTable.Line> lines =
                table.parts().stream().flatMap(part -> part.lines().stream()).toList();
        assertThat(lines)
                .extracting(FormTable.Line::item)
                .contains("SYS", "KITOK")
                .doesNotContain("LEFTKIT");
        FormTable.Line pressure = line(lines, "SYS");
        assertThat(pressure.cells()).extracting(FormTable.Cell::value).containsExactly("120", "310");
        assertThat(pressure.cells()).extracting(FormTable.Cell::flagged).containsExactly(false, true);
        assertThat(line(lines, "CIGS").cells())
                .extracting(FormTable.Cell::asked)
                .containsExactly(false, false);
        assertThatThrownBy(() -> course.table(SITE, subject, "AE")).isInstanceOf(NotFound.class);
    }

    @Test
    void the_way_leads_to_forms_of_visits_that_took_place_and_through_the_rows_of_a_log() {
        Neighbours atStart = course.neighbours(SITE, base);
        assertThat(atStart.previous()).isNull();
        assertThat(atStart.next()).isEqualTo(new Stop("SE_BASE", "Baseline", "SHORT", "Closing", null));
        assertThat(atStart.nextVisit()).as("no visit after it took place").isNull();
        plan.date(SITE, subject, "SE_M1", day.plusMonths(1), null);
        long closing = work.start(SITE, subject, "SE_BASE", "SHORT");
        Neighbours atClosing = course.neighbours(SITE, closing);
        assertThat(atClosing.previous().formId()).isEqualTo(base);
        assertThat(atClosing.next()).isEqualTo(new Stop("SE_M1", "Month 1", "EXAM", "Examination", null));
        assertThat(course.neighbours(SITE, base).nextVisit()).isEqualTo(atClosing.next());
        trial.as(People.person("monitor-thirty", "/studies/" + STUDY + "/all/monitor"));
        assertThat(course.neighbours(Scope.of(STUDY), closing).next())
                .as("a monitor starts no form")
                .isNull();
    }

    @Test
    void nothing_is_told_of_another_site_s_participants() {
        Scope other = Scope.of(STUDY, "102");
        trial.coordinator(STUDY, "102");
        assertThatThrownBy(() -> course.earlier(other, base)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> course.neighbours(other, base)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> course.table(other, subject, "EXAM")).isInstanceOf(NotFound.class);
    }

    private static FormTable.Line line(List<FormTable.Line> lines, String item) {
        return lines.stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
