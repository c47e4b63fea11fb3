package org.casebook.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ClientTest {
    @Test
    void knowsServerAndRealmOfItsIssuer() {
        Client client =
                new Client(URI.create("https://id.example.org/auth/realms/casebook"), "casebook-sign", "s3cret");

        assertThat(client.serverUrl()).isEqualTo("https://id.example.org/auth");
        assertThat(client.realm()).isEqualTo("casebook");
    }

    @Test
    void neverPrintsItsSecret() {
        assertThat(new Client(URI.create("https://id.example.org/realms/casebook"), "casebook-sign", "s3cret"))
                .hasToString("casebook-sign at https://id.example.org/realms/casebook");
    }

    @Test
    void refusesAnAddressThatIsNoRealm() {
        assertThatThrownBy(() -> new Client(URI.create("https://id.example.org"), "casebook-sign", "s3cret"))
                .hasMessageContaining("/realms/");
    }
}
