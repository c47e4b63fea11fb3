package org.casebook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionNameTest {

    @ParameterizedTest
    @CsvSource({
        "SEX, SEX",
        "ODM.IT.VS.TEMP.VSORRES, ODM_IT_VS_TEMP_VSORRES",
        "Form:consent-1, Form_consent_1",
        "1st, _1st",
        "in, in_",
        "today, today_",
        "int, int_",
        "_, _",
        "__proto__, __proto__"
    })
    void isANameThatExpressionsUnderstand(String oid, String name) {
        assertThat(ExpressionName.of(oid)).isEqualTo(name);
        assertThat(Expression.condition(name + " > 1 && !isMissing(" + name + ")", Map.of(name, DataType.DECIMAL))
                        .test(Map.of(name, new TypedValue(DataType.DECIMAL, "2")))
                        .isTrue())
                .isTrue();
    }
}
