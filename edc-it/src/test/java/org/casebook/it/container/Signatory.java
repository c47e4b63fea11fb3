package org.casebook.it.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.casebook.access.TypedPassword;
import org.casebook.capture.CaseBook;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Scope;
import org.casebook.signature.Meaning;
import org.casebook.signature.SignableForm;
import org.casebook.signature.Signing;

/** Signs as if the password had just been typed again; that it was is tested in the browser. */
@ApplicationScoped
public class Signatory {
    @Inject
    private Signing signing;

    @Inject
    private TypedPassword password;

    @Inject
    private CaseBook book;

    @Inject
    private CurrentActor actor;

    @Resource(lookup = "java:app/jdbc/casebook")
    private DataSource database;

    /** Asks to sign the forms as they stand; returns the number of the request. */
    public long request(Scope place, Long... forms) {
        List<SignableForm.Seen> seen = List.of(forms).stream()
                .map(form -> new SignableForm.Seen(form, book.get(place, form).revision()))
                .toList();
        signing.request(place, seen, Meaning.APPROVAL);
        return lastRequest(actor.get().id());
    }

    public String confirm(Scope place, long request) {
        return password.carryOut("sign-forms", place, Long.toString(request));
    }

    public void sign(Scope place, Long... forms) {
        confirm(place, request(place, forms));
    }

    public void lockStudy(Scope study, String reason) {
        password.carryOut("lock-study", study, reason);
    }

    private long lastRequest(String signer) {
        String sql = "select max(id) from edc.signing_request where signer = ?";
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, signer);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
