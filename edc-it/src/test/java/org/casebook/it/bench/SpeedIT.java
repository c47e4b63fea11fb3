package org.casebook.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.junit.jupiter.api.Test;

/**
 * The bench's speed in short, so that each test run leaves figures. Fails when the work cannot be done, never because it was
 * slow: what a shared machine measures in a few rounds judges nobody.
 */
class SpeedIT {
    private static final int ROUNDS = 2;
    private static final int PARTICIPANTS = 10;

    @Test
    void the_measured_work_can_be_done() throws SQLException {
        Table table = new Table();
        PeerStudy study = PeerStudy.load(Trial.target(), PARTICIPANTS);
        new Speed(Trial.target(), Running.system().settings(), study, table).run(ROUNDS);
        assertThat(table.markdown())
                .contains("autosave of one item")
                .contains("participant matrix")
                .contains("home");
    }
}
