package org.casebook.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casebook.capture.CaseFormFixture.definition;
import static org.casebook.capture.CaseFormFixture.form;
import static org.casebook.capture.CaseFormFixture.rules;
import static org.casebook.capture.CaseFormFixture.study;
import static org.casebook.capture.CaseFormFixture.type;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.Fact;
import org.casebook.rules.DataType;
import org.casebook.rules.Expression;
import org.casebook.rules.FormRules;
import org.casebook.rules.ItemRule.CheckRule;
import org.casebook.rules.TypedValue;
import org.casebook.rules.Values;
import org.junit.jupiter.api.Test;

/** What the rules make of a document, and which facts tell it. */
class FormJudgeTest {

    @Test
    void a_derived_item_follows_its_parts_and_goes_when_one_goes() {
        CaseForm form = form();
        type(form, "A", "1.5", null);
        assertThat(form.document().item("SUM").value()).isNull();
        type(form, "B", "2", null);
        assertThat(form.document().item("SUM").value()).isEqualTo("3.5");
        type(form, "A", null, null);
        assertThat(form.document().item("SUM").value()).isNull();
        assertThat(form.document().item("SUM").revision()).isEqualTo(2);
    }

    @Test
    void one_entry_tells_the_item_the_derived_item_and_the_check() {
        CaseForm form = form();
        type(form, "B", "1", null);
        FormDocument before = type(form, "A", "2", null);
        List<Fact> facts = new Difference(definition(), before, form, null).facts();
        assertThat(facts).hasSize(2).allSatisfy(fact -> assertThat(fact).isInstanceOf(ItemChanged.class));
        assertThat(facts).extracting(Fact::origin).containsExactly(null, "rule");
        assertThat(facts)
                .flatExtracting(Fact::changes)
                .allSatisfy(change -> assertThat(change.place().formRevision()).isEqualTo(3));

        FormDocument adult = type(form, "AGE", "17", null);
        assertThat(new Difference(definition(), adult, form, null).facts())
                .filteredOn(CheckFired.class::isInstance)
                .singleElement()
                .satisfies(fired -> {
                    assertThat(((CheckFired) fired).checkOid()).isEqualTo("ADULT");
                    assertThat(((CheckFired) fired).hard()).isTrue();
                });
        FormDocument child = type(form, "AGE", "18", null);
        assertThat(new Difference(definition(), child, form, null).facts())
                .anySatisfy(fact -> assertThat(fact).isInstanceOf(CheckCleared.class));
    }

    @Test
    void a_value_whose_question_went_away_is_kept_and_shown_but_does_not_count() {
        CaseForm form = form();
        type(form, "SEX", "F", null);
        type(form, "PREG", "yes", null);
        type(form, "SEX", "M", null);
        ItemState pregnant = form.document().item("PREG");
        assertThat(pregnant.text()).isEqualTo("yes");
        assertThat(pregnant.hidden()).isFalse();
        assertThat(pregnant.checks()).containsExactly(ItemState.SUPERFLUOUS);
        assertThat(pregnant.countingValue(definition().item("PREG"))).isNull();
        type(form, "PREG", null, null);
        assertThat(form.document().item("PREG").hidden()).isTrue();
    }

    @Test
    void a_reason_for_a_blank_silences_its_checks_and_taken_back_they_stand_again() {
        CheckRule needed =
                new CheckRule("NEEDED", true, null, Expression.condition("!isMissing(A)", CaseFormFixture.NAMES));
        FormRules rules = new FormRules(List.of(CaseFormFixture.rule("A", DataType.DECIMAL, null, null, needed)));
        FormJudge judge = new FormJudge(study(), definition(), rules, Values.NONE, () -> null);
        FormDocument empty = judge.judge(FormDocument.EMPTY);
        assertThat(empty.item("A").checks()).containsExactly("NEEDED");
        ItemState blank = empty.item("A").typed(null, null, null, "REFUSED", true);
        FormDocument left =
                judge.judgeAgain(empty.with("A", blank), definition().item("A"));
        assertThat(left.item("A").checks()).isEmpty();
        assertThat(judge.judge(left).item("A").checks()).isEmpty();
        ItemState back = left.item("A").typed(null, null, null, null, true);
        assertThat(judge.judgeAgain(left.with("A", back), definition().item("A"))
                        .item("A")
                        .checks())
                .containsExactly("NEEDED");
    }

    @Test
    void rules_see_items_of_other_forms() {
        FormDocument document = FormDocument.EMPTY.with("A", ItemState.EMPTY.typed("5", "5", null, null, true));
        FormJudge loose =
                new FormJudge(study(), definition(), rules(), Values.of(Map.of("OTHER.LIMIT", number(9))), () -> null);
        FormJudge strict =
                new FormJudge(study(), definition(), rules(), Values.of(Map.of("OTHER.LIMIT", number(4))), () -> null);
        assertThat(loose.judge(document).item("A").checks()).isEmpty();
        assertThat(strict.judge(document).item("A").checks()).containsExactly("BELOW");
        assertThat(CaseFormFixture.judge().judge(document).item("A").checks()).isEmpty();
    }

    @Test
    void the_document_comes_back_from_its_column_as_it_went() {
        CaseForm form = form();
        type(form, "AGE", " 17 ", null);
        type(form, "SEX", "„weiblich“ \"F\" \\ \n ✓", null);
        type(form, new Entry("k", "B", null, null, "REFUSED", 0, null));
        FormDocument.Text column = new FormDocument.Text();
        String text = column.convertToDatabaseColumn(form.document()).toString();
        assertThat(column.convertToEntityAttribute(text)).isEqualTo(form.document());
        assertThat(text).contains("\"b\":\"REFUSED\"").contains("\"c\":[\"ADULT\"]");
    }

    private static TypedValue number(int number) {
        return TypedValue.number(BigDecimal.valueOf(number));
    }
}
