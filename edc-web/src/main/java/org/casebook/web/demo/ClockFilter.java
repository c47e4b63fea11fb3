package org.casebook.web.demo;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.casebook.kernel.RequestClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a request run at a past time, when it knows the key that the launcher of the demonstration has drawn. Without that key
 * such a request is refused and not carried out at the present time: whoever asks for another time would be told a lie.
 * Outside the demonstration there is no key, so there every such request is refused.
 */
@WebFilter("/*")
public class ClockFilter implements Filter {

    static final String CLOCK = "Casebook-Clock";
    static final String KEY = "Casebook-Clock-Key";

    @Inject
    private RequestClock clock;

    @Inject
    @ConfigProperty(name = "edc.demo.clock.key")
    private Optional<String> key;

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        String wanted = request.getHeader(CLOCK);
        if (wanted != null) {
            Optional<Instant> time = time(wanted, request.getHeader(KEY));
            if (time.isEmpty()) {
                refuse((HttpServletResponse) anyResponse);
                return;
            }
            clock.fix(time.get());
        }
        chain.doFilter(anyRequest, anyResponse);
    }

    private Optional<Instant> time(String wanted, String shown) {
        try {
            return key.filter(known -> !known.isBlank() && same(known, shown)).map(known -> Instant.parse(wanted));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In a time that tells nothing about where they differ. */
    private static boolean same(String known, String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        known.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getWriter()
                .write(
                        "{\"status\":403,\"code\":\"clock-not-yours\",\"title\":\"The clock cannot be set by this request.\","
                                + "\"detail\":\"The clock cannot be set by this request. Leave the header Casebook-Clock out.\"}");
    }
}
