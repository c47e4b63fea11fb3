package org.casebook.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @Test
    void ownPagesAreKeptWithTheirQuery() {
        assertThat(LocalPath.orHome("/capture/case-form.xhtml?study=BMMSC&site=101&subject=101-001"))
                .isEqualTo("/capture/case-form.xhtml?study=BMMSC&site=101&subject=101-001");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "javascript:alert(1)",
                "evil.example",
                "/a\r\nSet-Cookie: a=b",
                "/callback?state=x",
                "/logout"
            })
    void everythingElseLeadsHome(String wanted) {
        assertThat(LocalPath.orHome(wanted)).isEqualTo("/home.xhtml");
    }

    @Test
    void hostOfAStoredAddressIsDropped() {
        assertThat(LocalPath.ofAddress("http://evil.example/subject/subjects.xhtml?study=BMMSC%20X"))
                .isEqualTo("/subject/subjects.xhtml?study=BMMSC%20X");
        assertThat(LocalPath.ofAddress("http://localhost:8080/login?return=%2Fhome.xhtml"))
                .isEqualTo("/login?return=%2Fhome.xhtml");
        assertThat(LocalPath.ofAddress("http://evil.example//evil.example/")).isEqualTo("/home.xhtml");
    }
}
