package org.casebook.kernel;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The actor of this request; entered by whoever checked the token. */
@RequestScoped
public class CurrentActor {

    private Actor actor;
    private String request = "-";

    /**
     * @param requestId identifies the request in the audit trail and in the logs
     */
    public void enter(Actor who, String requestId) {
        this.actor = who;
        this.request = requestId;
    }

    /**
     * @throws NotSignedIn when nobody was let in
     */
    public Actor get() {
        return find().orElseThrow(NotSignedIn::new);
    }

    public Optional<Actor> find() {
        return Optional.ofNullable(actor);
    }

    public String request() {
        return request;
    }
}
