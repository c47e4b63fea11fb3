package org.casebook.web.signature;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.casebook.kernel.Invalid;
import org.casebook.kernel.Sentence;
import org.casebook.signature.Meaning;
import org.casebook.signature.SignableForm;
import org.casebook.signature.SignatureView;
import org.casebook.signature.Signing;
import org.casebook.web.entry.PlaceSent;

/** Asking to sign; the password page follows. */
@Path("/signatures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SigningEntry {

    private static final String FORM_FIELD = "form-";

    @Inject
    private Signing signing;

    @BeanParam
    private PlaceSent place;

    /** Where the browser goes now. */
    public record Onward(String address) {}

    /** The signatures of one form, the latest first, broken ones too. */
    public record Signatures(List<SignatureView> signatures) {}

    @GET
    public Signatures ofForm(@QueryParam("form") Long form) {
        if (form == null) {
            throw new Invalid(Sentence.of("kernel", "requestNoForm"));
        }
        return new Signatures(signing.ofForm(place.scope(), form));
    }

    /**
     * Asks to sign.
     *
     * @param fields {@code meaning}, and for each chosen form {@code form-<id>} with the revision that was shown
     */
    @POST
    public Onward request(Map<String, String> fields) {
        List<SignableForm.Seen> forms = fields.entrySet().stream()
                .filter(field -> field.getKey() != null && field.getValue() != null)
                .filter(field -> field.getKey().startsWith(FORM_FIELD))
                .map(field -> new SignableForm.Seen(
                        number(field.getKey().substring(FORM_FIELD.length())), number(field.getValue())))
                .toList();
        return new Onward(signing.request(place.scope(), forms, meaning(fields.get("meaning")))
                .toString());
    }

    private static Meaning meaning(String name) {
        return Arrays.stream(Meaning.values())
                .filter(meaning -> meaning.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(Sentence.of("kernel", "noMeaning")));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new Invalid(Sentence.of("kernel", "noFormNumber", text));
        }
    }
}
