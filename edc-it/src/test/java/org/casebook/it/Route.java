package org.casebook.it;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.casebook.runtime.Home;

/**
 * One route of docs/permissions.csv: what is asked for, which permission opens it, and how far it opens to each role.
 *
 * @param kind {@code page}, {@code entry} or {@code api}
 * @param address method and path with its places in braces, as {@code GET /api/v1/studies/{study}/sites}
 * @param permission name of the permission, in capitals
 * @param reaches for each of {@link #ACCOUNTS}: {@code site}, {@code study}, {@code system}, {@code yes}, or {@code -} for not
 *     at all
 */
public record Route(String kind, String address, String permission, List<String> reaches) {

    /** An account of each role, in the order of the file's columns. */
    public static final List<String> ACCOUNTS = List.of(
            "coordinator-101",
            "investigator-101",
            "monitor",
            "data-manager",
            "sponsor",
            "pharmacist",
            "builder",
            "inspector",
            "admin",
            "statistician");

    private static final Set<String> KINDS = Set.of("page", "entry", "api");
    private static final int FIRST_ROLE = 3;

    /** All of them, in the file's order. */
    public static List<Route> all() throws IOException {
        return Files.readAllLines(Home.current().root().resolve("docs/permissions.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(line -> KINDS.contains(line[0]))
                .map(line -> new Route(
                        line[0], line[1], line[2], List.of(line).subList(FIRST_ROLE, FIRST_ROLE + ACCOUNTS.size())))
                .toList();
    }

    public String method() {
        return address.substring(0, address.indexOf(' '));
    }

    public String path() {
        return address.substring(address.indexOf(' ') + 1);
    }

    public boolean isPage() {
        return kind.equals("page");
    }

    public boolean isApi() {
        return kind.equals("api");
    }

    public boolean reads() {
        return method().equals("GET");
    }

    public String reach(String account) {
        return reaches.get(ACCOUNTS.indexOf(account));
    }

    /** Whether this account's role is the first that may come in. */
    boolean opensFirstTo(String account) {
        return !reach(account).equals("-")
                && reaches.subList(0, ACCOUNTS.indexOf(account)).stream().allMatch("-"::equals);
    }
}
