package org.casebook.web.refusal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.RefusedTry;
import org.casebook.kernel.Scope;

/**
 * Takes note of changes that were refused for what they aimed at. A try that cannot be written down is in the log of the server
 * and is refused all the same.
 */
@ApplicationScoped
public class RefusedTries {

    private static final Logger LOG = Logger.getLogger(RefusedTries.class.getName());
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private Event<RefusedTry> tries;

    @Inject
    private CurrentActor actor;

    /**
     * @param method of the request; whoever only reads changes nothing and is not noted
     * @param rawPath as sent, still encoded
     * @param study named by the request, may be null
     * @param site named by the request, may be null
     * @param code of the refusal
     */
    public void note(String method, String rawPath, String study, String site, String code) {
        if (READING.contains(method)) {
            return;
        }
        try {
            if (actor.find().isPresent()) {
                tries.fire(new RefusedTry(scope(study, site), method + " " + rawPath, code));
            } else {
                LOG.log(Level.INFO, "Refused to somebody not signed in: {0}", code);
            }
        } catch (RuntimeException notWritten) {
            LOG.log(Level.WARNING, "A refused try could not be written to the trail", notWritten);
        }
    }

    private static Scope scope(String study, String site) {
        try {
            return study == null ? null : Scope.of(study, site);
        } catch (Invalid noPlace) {
            return null;
        }
    }
}
