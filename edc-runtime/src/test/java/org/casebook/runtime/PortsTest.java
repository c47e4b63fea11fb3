package org.casebook.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void a_taken_port_is_refused_with_its_service_and_its_process() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports free = Ports.free();
            Ports ports = new Ports(free.application(), free.keycloak(), free.management(), socket.getLocalPort());
            assertThatThrownBy(ports::mustBeFree)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("Port " + socket.getLocalPort() + ", needed for PostgreSQL, is taken")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void free_ports_pass() {
        Ports.free().mustBeFree();
    }

    @Test
    void the_four_ports_follow_each_other() {
        assertThat(Ports.from(18_000)).isEqualTo(new Ports(18_000, 18_001, 18_002, 18_003));
    }

    @Test
    void a_port_beyond_the_range_is_refused() {
        assertThatThrownBy(() -> Ports.from(65_533)).isInstanceOf(Fault.class).hasMessageContaining("65533");
        assertThatThrownBy(() -> Ports.from(80)).isInstanceOf(Fault.class);
    }
}
