package org.casebook.web.refusal;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import org.casebook.kernel.Invalid;

/** A request whose body is {@code null}, or holds {@code null} in its list, is a mistake of the caller and not of the server. */
@Provider
public class WholeBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
        Object body = request.proceed();
        if (body == null || body instanceof Collection<?> all && all.stream().anyMatch(Objects::isNull)) {
            throw new Invalid("The request has no content where some is needed, so nothing was stored."
                    + " Send a JSON object; /openapi shows its shape.");
        }
        return body;
    }
}
