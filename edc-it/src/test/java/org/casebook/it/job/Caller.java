package org.casebook.it.job;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.casebook.it.Chromium;
import org.casebook.it.Running;
import org.casebook.it.Trial;
import org.casebook.it.Visitors;
import org.casebook.runtime.demo.Tokens;

/** One account that asks for addresses, by its browser's session or with a token, always at the same time of the system. */
final class Caller implements AutoCloseable {
    private final String account;
    private final Instant at;
    private final Tokens tokens;
    private final BrowserContext session;

    Caller(String account, Instant at, Tokens tokens) {
        this.account = account;
        this.at = at;
        this.tokens = tokens;
        this.session = Chromium.get().newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        Page page = session.newPage();
        page.navigate(Running.system().url("/home.xhtml"));
        Visitors.login(page, account);
    }

    /** @param text status and, of what can be read, content; of other files kind and size */
    record Answer(int status, String text) {}

    Answer ask(boolean api, String address) {
        RequestOptions options = RequestOptions.create()
                .setMaxRedirects(0)
                .setHeader("Accept", "application/json, text/html, */*")
                .setHeader("Casebook-Clock", at.toString())
                .setHeader("Casebook-Clock-Key", Trial.target().clockKey());
        if (api) {
            options.setHeader("Authorization", "Bearer " + tokens.of(account));
        }
        APIRequestContext requests = session.request();
        APIResponse response = requests.get(Running.system().url(address), options);
        try {
            return new Answer(response.status(), read(response));
        } finally {
            response.dispose();
        }
    }

    private static String read(APIResponse response) {
        String kind = response.headers().getOrDefault("content-type", "");
        byte[] body = response.body();
        if (kind.contains("zip")) {
            return unpacked(body);
        }
        boolean text = kind.startsWith("text") || kind.contains("json") || kind.contains("xml");
        String onward = response.headers().getOrDefault("location", "");
        return text || body.length == 0
                ? onward + new String(body, StandardCharsets.UTF_8).strip()
                : kind + " of " + body.length + " bytes";
    }

    static String unpacked(byte[] body) {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append('\n');
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new AssertionError("no zip", e);
        }
        return all.toString();
    }

    @Override
    public void close() {
        session.close();
    }
}
