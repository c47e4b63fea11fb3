package org.casebook.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.junit.jupiter.api.Test;

/** What was acknowledged survives kill -9 of the application, and nothing is there by half. */
class KillDuringSavesIT {
    private static final int KILLS = 3;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_stored_by_half() throws SQLException {
        Trial.load();
        KillDuringSaves.Count count = new KillDuringSaves(Running.system().processes(), Trial.target()).run(KILLS);
        assertThat(count.kills()).isEqualTo(KILLS);
        assertThat(count.acknowledged()).isGreaterThan(KILLS * 10);
        assertThat(count.lost()).isZero();
        assertThat(count.half()).isZero();
    }
}
