package org.casebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedTryTest {

    @ParameterizedTest
    @CsvSource({
        "PUT /entry/seats/101-003/SE_X/INJ/items/INJDAT, SE_X",
        "POST /entry/presence/seats/101-003/SE_X/INJ, SE_X",
        "PUT /api/v1/studies/BMMSC/participants/101-003/visits/SE_X/date, SE_X",
        "PUT /entry/seats/101-003/SE%5FX/INJ/items/INJDAT, SE_X",
        "POST /entry/subjects/101-003/visits/SE_X;v=1/date, SE_X",
        "PUT /entry/seats/101-003/SE%ZZX/INJ/items/INJDAT, ",
        "POST /entry/crossovers/101-003/refusal, ",
        "PUT /entry/forms/17/items/PAIN, "
    })
    void it_knows_the_event_that_its_address_names(String route, String event) {
        assertThat(new RefusedTry(null, route, "not-found").event()).isEqualTo(event);
    }
}
