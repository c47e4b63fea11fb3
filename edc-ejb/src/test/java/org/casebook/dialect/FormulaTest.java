package org.casebook.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas of other systems, in CEL where their meaning is certain. */
class FormulaTest {

    private static final Map<String, Term> ITEMS = Map.of(
            "Weight", Term.of("Weight", Term.Kind.NUMBER, Term.WHOLE),
            "Height", Term.of("Height", Term.Kind.NUMBER, Term.WHOLE),
            "Pregnant", Term.of("Pregnant", Term.Kind.YES_NO, Term.WHOLE),
            "Gender", new Term("Gender", Term.Kind.CHOICE, Set.of("Female", "Male"), Term.WHOLE, false),
            "WHO.Q-WHO.1", new Term("WHO_1", Term.Kind.CHOICE, Set.of("0", "1"), Term.WHOLE, false),
            "Born", Term.of("Born", Term.Kind.DATE, Term.WHOLE),
            "Remark", Term.of("Remark", Term.Kind.TEXT, Term.WHOLE),
            "A", Term.of("A", Term.Kind.NUMBER, Term.WHOLE),
            "B", Term.of("B", Term.Kind.NUMBER, Term.WHOLE),
            "A-B", Term.of("B", Term.Kind.NUMBER, Term.WHOLE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '#',
            value = {
                "Weight / Height ^ 2 ~ Weight / (Height * Height)",
                "(Weight + 1) * 4 ~ (Weight + 1) * 4",
                "Weight - Height - 1 ~ Weight - Height - 1",
                "Weight - (Height - 1) ~ Weight - (Height - 1)",
                "Weight-Height ~ Weight - Height",
                "-Weight ^ 2 ~ -(Weight * Weight)",
                "!(Gender == \"Female\") ~ !(Gender == 'Female')",
                "Gender != 'Male' and not Pregnant ~ Gender != 'Male' && !Pregnant",
                "!(Pregnant == \"1\") ~ !(Pregnant == true)",
                "Pregnant == 0 || Weight > 90 ~ Pregnant == false || Weight > 90",
                "(Pregnant or Weight > 1) and Height < 2 ~ (Pregnant || Weight > 1) && Height < 2",
                "(WHO.Q-WHO.1 + WHO.Q-WHO.1) * 4 ~ (double(WHO_1) + double(WHO_1)) * 4",
                "18 <= Weight ~ Weight >= 18",
                "Born < \"2020-01-31\" ~ before(Born, date('2020-01-31'))",
                "Born >= '2020-01-31' ~ !before(Born, date('2020-01-31'))",
                "Remark = \"\" ~ isMissing(Remark)",
                "Remark <> \"it's\" ~ Remark != 'it\\'s'",
            })
    void whatIsCertainRuns(String formula, String cel) {
        assertThat(Formula.read(formula, ITEMS::get).cel()).isEqualTo(cel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Weight /",
                "(Weight",
                "Weight ^ 0.5",
                "Weight ^ 2 ^ 2",
                "Remark + 1",
                "Remark > 'a'",
                "Gender == \"Neither\"",
                "Gender == Remark",
                "Pregnant == \"maybe\"",
                "Nobody > 1",
                "sum(Weight, Height)",
                "Weight < Height < 3",
                "1 == 1",
                "A-B > 2",
                "\"a\\\"b\" == Remark",
                "Weight; Height",
                "Weight == \"' || true || '\"",
                "Born == 2020",
            })
    void whatCouldMeanSomethingElseDoesNot(String formula) {
        assertThatThrownBy(() -> Formula.read(formula, ITEMS::get)).isInstanceOf(NotCertain.class);
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThatThrownBy(() -> Formula.read("(".repeat(3_000) + "Weight", ITEMS::get))
                .isInstanceOf(NotCertain.class);
        assertThatThrownBy(() -> Formula.read("!".repeat(3_000) + "Pregnant", ITEMS::get))
                .isInstanceOf(NotCertain.class);
        assertThatThrownBy(() -> Formula.read("Weight + ".repeat(1_000) + "1", ITEMS::get))
                .isInstanceOf(NotCertain.class);
    }
}
