package org.casebook.web.shell;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers that tell the browser what our pages never do. PrimeFaces adds the rule for scripts, with its nonce; a second
 * policy header only narrows the first.
 */
@WebFilter("/*")
public class SecurityHeaders implements Filter {

    /** Widgets set style attributes; whole style elements and foreign sheets are refused. */
    private static final String POLICY =
            "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.addHeader("Content-Security-Policy", POLICY);
        if (isPage((HttpServletRequest) request)) {
            // a shared computer: the back button must not show the last person's pages
            answer.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    private static boolean isPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/");
    }
}
