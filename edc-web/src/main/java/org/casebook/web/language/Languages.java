package org.casebook.web.language;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.casebook.kernel.Language;
import org.casebook.web.login.LocalPath;

/** The languages that a person can choose among, each named in itself. */
@Named
@RequestScoped
public class Languages {

    @Inject
    private HttpServletRequest request;

    /**
     * One choice.
     *
     * @param current {@code true} for the language that is read now, else null
     */
    public record Choice(String tag, String name, String href, String current) {}

    public List<Choice> getChoices() {
        String back = URLEncoder.encode(here(), StandardCharsets.UTF_8);
        return Arrays.stream(Language.values())
                .map(language -> new Choice(
                        language.tag(),
                        language.ownName(),
                        "/language?to=" + language.tag() + "&return=" + back,
                        language == Language.ofReader() ? "true" : null))
                .toList();
    }

    private String here() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? LocalPath.of(request) : LocalPath.orHome(failed.toString());
    }
}
