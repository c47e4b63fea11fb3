package org.casebook.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.casebook.kernel.Invalid;
import org.casebook.kernel.Language;
import org.junit.jupiter.api.Test;

class AccountDraftTest {

    @Test
    void spacesAreCutAndTheAccountNameIsSmall() {
        AccountDraft draft = new AccountDraft(" Anna.Berg ", " Anna", "Berg ", null, " Site 101 ");

        assertThat(draft).isEqualTo(new AccountDraft("anna.berg", "Anna", "Berg", "", "Site 101"));
    }

    @Test
    void whatCannotBeTakenIsNamed() {
        assertThatThrownBy(() -> new AccountDraft("a b", "Anna", "Berg", "", "Site"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("a b");
        assertThatThrownBy(() -> new AccountDraft("anna", "Anna", "Berg", "nowhere", "Site"))
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> new AccountDraft("anna", "Anna", "Berg", "", " "))
                .hasMessageContaining("organisation");
    }

    @Test
    void whatCannotBeTakenIsToldInTheReadersLanguage() {
        Invalid refused = catchThrowableOfType(Invalid.class, () -> new AccountDraft("anna", "", "Berg", "", "Site"));
        assertThat(refused).hasMessage("Give a given name of at most 100 characters.");
        assertThat(Language.GERMAN.saying(refused::sentence))
                .isEqualTo("Geben Sie einen Vornamen mit höchstens 100 Zeichen an.");
    }
}
