package org.casebook.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebook.kernel.Language;
import org.casebook.keycloak.StepUpFailed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PasswordNotConfirmedTest {

    @ParameterizedTest
    @EnumSource(StepUpFailed.Cause.class)
    void each_cause_is_told_in_the_readers_language(StepUpFailed.Cause cause) {
        PasswordNotConfirmed refused = new PasswordNotConfirmed(cause);
        assertThat(refused).hasMessageContaining("Nothing was done");
        assertThat(Language.GERMAN.saying(refused::sentence)).contains("Es wurde nichts getan");
    }
}
