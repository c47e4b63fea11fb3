package org.casebook.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casebook.kernel.Truth;
import org.casebook.rules.DataType;
import org.casebook.rules.Expression;
import org.casebook.rules.TypedValue;
import org.casebook.rules.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/study-files.md says of expressions: each name means what it says, each example is true. */
class DocumentedExpressionsTest {

    private static final StudyRules RULES = new PainStudy().rules();

    private static String section() throws IOException {
        String text = Files.readString(StudyFiles.root().resolve("docs/study-files.md"));
        return text.substring(text.indexOf("## Expressions"));
    }

    /** The last column of the table of functions. */
    static Stream<String> examples() throws IOException {
        Matcher cell = Pattern.compile("(?m)^\\|[^\\n]*\\| `([^\\n]+)` \\|$").matcher(section());
        return cell.results().map(found -> found.group(1).replace("\\|", "|"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleIsTrue(String example) {
        Truth expected = example.equals("isMissing(PAIN)") ? Truth.FALSE : Truth.TRUE;
        assertThat(Expression.condition(example, RULES.names("VAS")).test(values()))
                .isEqualTo(expected);
    }

    @Test
    void everyFunctionHasAnExample() throws IOException {
        String all = String.join(" ", examples().toList());
        assertThat(List.of("isMissing", "count", "sum", "max", "exists", "filter", "map", "size", "before", "date"))
                .allMatch(name -> all.contains(name + "("));
        assertThat(List.of("sameDay", "daysBetween", "age", "month", "isComplete", "hasMonth"))
                .allMatch(name -> all.contains(name + "("));
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void eachNameMeansSomething() {
        assertThat(Expression.any(
                                "[PAIN, SE_M1.VAS.PAIN, first.VAS.PAIN, previous.VAS.PAIN, last.VAS.PAIN]",
                                RULES.names("VAS"))
                        .names())
                .hasSize(5);
        assertThat(Expression.condition("EOS.EOSOK && count(rows.AE) > size(rows.AE.AEDAYS)", RULES.names("VAS"))
                        .names())
                .containsExactlyInAnyOrder("EOS.EOSOK", "rows.AE", "rows.AE.AEDAYS");
        assertThat(Expression.condition("PAIN > 1 || true", RULES.names("VAS")).test(Values.NONE))
                .isEqualTo(Truth.TRUE);
    }

    /** PAIN 80 and no other item of its form; two adverse events of 3 and 11 days, the second serious. */
    private static Values values() {
        Map<String, TypedValue> pain = Map.of("PAIN", TypedValue.number(new BigDecimal("80")));
        return new Values(pain, Map.of("rows.AE", List.of(event("3", "N"), event("11", "Y"))));
    }

    private static Map<String, TypedValue> event(String days, String serious) {
        return Map.of(
                "AEDAYS", new TypedValue(DataType.INTEGER, days), "AESER", new TypedValue(DataType.CHOICE, serious));
    }
}
