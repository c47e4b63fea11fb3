package org.casebook.web.login;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.ConfigProvider;

/** The session cookie travels over TLS where there is TLS; the rest of it is in web.xml and glassfish-web.xml. */
@WebListener
public class SessionCookie implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setSecure(ConfigProvider.getConfig()
                .getOptionalValue("edc.public.url", String.class)
                .filter(url -> url.startsWith("https:"))
                .isPresent());
    }
}
