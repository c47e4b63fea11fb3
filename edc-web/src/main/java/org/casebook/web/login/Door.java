package org.casebook.web.login;

import jakarta.servlet.http.HttpServletRequest;

/** By which door a request comes, told from its path alone. */
enum Door {
    /** Bearer tokens only. */
    API,
    /** Called by scripts of our pages: session and CSRF token; answers JSON, never a redirect. */
    ENTRY,
    /** Everything else: pages and their files. */
    PAGE;

    static Door of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals("/api") || path.startsWith("/api/")) {
            return API;
        }
        if (path.equals("/entry") || path.startsWith("/entry/") || path.equals("/whoami")) {
            return ENTRY;
        }
        return PAGE;
    }
}
