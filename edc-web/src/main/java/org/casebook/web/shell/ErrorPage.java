package org.casebook.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.Refusal;

/** What the error page says. A refusal shows its sentence and its status; a fault shows the request's number alone. */
@Named
@RequestScoped
public class ErrorPage {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FAULT = 500;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor currentActor;

    private String title;
    private String sentence;
    private int status;

    @PostConstruct
    void read() {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Optional<Refusal> refusal = Causes.find(thrown, Refusal.class);
        if (refusal.isPresent()) {
            tell(
                    titleOf(refusal.get().kind()),
                    refusal.get().sentence(),
                    refusal.get().kind().status());
        } else if (Causes.find(thrown, ViewExpiredException.class).isPresent()) {
            tell("errorExpired", word("errorExpiredText"), NOT_FOUND);
        } else {
            tellStatus(Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                    .orElse(NOT_FOUND));
        }
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
    }

    private void tellStatus(int code) {
        switch (code) {
            case FORBIDDEN -> tell("errorNotAllowed", "", code);
            case NOT_FOUND -> tell("errorNotFound", word("errorNothingHere"), code);
            default -> tell("errorFault", word("errorFaultText"), code < NOT_FOUND ? FAULT : code);
        }
    }

    private void tell(String titleWord, String text, int code) {
        title = word(titleWord);
        sentence = text;
        status = code;
    }

    private static String titleOf(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_SIGNED_IN -> "errorNotSignedIn";
            case NOT_ALLOWED -> "errorNotAllowed";
            case NOT_FOUND -> "errorNotFound";
            case CONFLICT -> "errorConflict";
            case INVALID -> "errorInvalid";
        };
    }

    private static String word(String key) {
        return Words.of("common", key);
    }

    public String getTitle() {
        return title;
    }

    public String getSentence() {
        return sentence;
    }

    /** The request's number, to be told to an administrator. */
    public String getRequestLine() {
        return Words.of("common", "errorRequest", currentActor.request());
    }
}
