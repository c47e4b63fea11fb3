package org.casebook.it.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.casebook.acceptance.Acceptance;
import org.casebook.access.TypedPassword;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Scope;
import org.casebook.study.StudyDesign;
import org.casebook.study.VersionView;

/** Releases versions as if the password had just been typed again; that it was is tested in the browser. */
@ApplicationScoped
public class Releaser {
    @Inject
    private Acceptance acceptance;

    @Inject
    private TypedPassword password;

    @Inject
    private StudyDesign design;

    @Inject
    private CurrentActor actor;

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    /** Whoever builds is the actor. */
    public VersionView release(Scope study, long version) {
        if (study.isCopy()) {
            return acceptance.release(study, version);
        }
        confirm(study, request(study, version));
        return design.versions(study).stream()
                .filter(released -> released.id() == version)
                .findFirst()
                .orElseThrow();
    }

    /** Asks to sign the run of a version; returns what waits for the password. */
    public String request(Scope study, long version) {
        acceptance.requestRelease(study, version);
        String sql = "select payload from edc.step_up where person = ? and purpose = 'release-version'"
                + " order by asked_at desc, split_part(payload, ' ', 1)::bigint desc limit 1";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, actor.get().id());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String confirm(Scope study, String payload) {
        return password.carryOut("release-version", study, payload);
    }
}
