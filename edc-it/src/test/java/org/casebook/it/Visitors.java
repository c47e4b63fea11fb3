package org.casebook.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebook.runtime.Home;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * People at their browsers. Register it with {@code @RegisterExtension}: each account has a browser session of its own,
 * closed after each test; when the test failed, its pages and a Playwright trace are kept in {@code edc-it/target/traces}
 * (open with {@code npx playwright show-trace FILE}). With {@code CASEBOOK_FILM=true} in the environment the trace shows the
 * page at each action too, which makes browser tests about half as fast.
 */
public final class Visitors implements BeforeEachCallback, AfterEachCallback {
    private static final Path TARGET = Home.current().root().resolve("edc-it/target");
    private static final boolean FILM = Boolean.parseBoolean(System.getenv("CASEBOOK_FILM"));
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 850;

    private final Map<String, BrowserContext> sessions = new LinkedHashMap<>();
    private String test = "";

    /** People of a walk that is no test method of its own; whoever asks for them lets them {@link #leave}. */
    public static Visitors of(String walk) {
        Visitors visitors = new Visitors();
        visitors.test = walk;
        return visitors;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    }

    /**
     * A page of somebody who signs in through Keycloak's login page, at the first call for this account.
     *
     * @param account of the demonstration
     * @return a new tab on the home page
     */
    public Page signedIn(String account) {
        boolean first = !sessions.containsKey(account);
        Page page = tab(account);
        page.navigate(Running.system().url("/home.xhtml"));
        if (first) {
            login(page, account);
        }
        return page;
    }

    /**
     * @param visitor any name; visitors of different names share no cookies
     * @return a new tab, not signed in unless this visitor did so before
     */
    public Page tab(String visitor) {
        return sessions.computeIfAbsent(visitor, name -> open()).newPage();
    }

    /**
     * Fills Keycloak's login page, which must be the one shown.
     *
     * @param page showing it
     * @param account of the demonstration
     */
    public static void login(Page page, String account) {
        page.fill("#username", account);
        page.fill("#password", Accounts.PASSWORD);
        page.click("#kc-login");
        page.waitForURL(address -> address.startsWith(Running.system().url("/")));
    }

    /**
     * Keeps a picture of the whole page, for people to look at. A browser that is too busy to draw one in time fails no test:
     * what a page says is asserted on its elements.
     *
     * @param page to show
     * @param name of the file in {@code edc-it/target/screenshots}, without ending
     */
    public static void picture(Page page, String name) {
        try {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(TARGET.resolve("screenshots").resolve(name + ".png")));
        } catch (TimeoutError e) {
            System.out.println("No picture of " + name + ": "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    /**
     * Keeps pictures of the whole page, wide and of a phone, light and dark.
     *
     * @param name as for {@link #picture}
     */
    public static void pictures(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.setViewportSize(1440, 900);
            picture(page, name + "-" + scheme + "-wide");
            page.setViewportSize(390, 844);
            picture(page, name + "-" + scheme + "-phone");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
    }

    private static BrowserContext open() {
        BrowserContext context = Chromium.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDTH, HEIGHT)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Berlin")
                        .setAcceptDownloads(true));
        context.tracing().start(new Tracing.StartOptions().setScreenshots(FILM).setSnapshots(FILM));
        return context;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        leave(context.getExecutionException().isPresent());
    }

    /** Closes all sessions, by the thread that opened them. */
    public void leave(boolean failed) {
        sessions.forEach((visitor, session) -> {
            if (failed) {
                keep(visitor, session);
            }
            session.close();
        });
        sessions.clear();
    }

    private void keep(String visitor, BrowserContext session) {
        Path folder = TARGET.resolve("traces");
        String name = test + "-" + visitor;
        int number = 1;
        for (Page page : session.pages()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + "-" + number++ + ".png")));
        }
        session.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve(name + ".zip")));
    }
}
