package org.casebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebook.web.api.RestApi;
import org.casebook.web.entry.EntryApi;
import org.junit.jupiter.api.Test;

/**
 * Every page, entry endpoint, REST resource and servlet has its line in docs/permissions.csv, written by hand, and every
 * line of a route has its route. How far each role reaches through it is tried on the running system.
 */
class RoutesTest {

    private static final java.nio.file.Path FILE = java.nio.file.Path.of("../docs/permissions.csv");
    private static final java.nio.file.Path WEBAPP = java.nio.file.Path.of("src/main/webapp");

    private static final java.nio.file.Path SOURCES = java.nio.file.Path.of("src/main/java");
    private static final Pattern SERVLET = Pattern.compile("@WebServlet\\(\"([^\"]+)\"");

    @Test
    void every_page_has_its_line() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(WEBAPP)) {
            Set<String> pages = files.map(WEBAPP::relativize)
                    .map(java.nio.file.Path::toString)
                    .filter(file -> file.endsWith(".xhtml") && !file.startsWith("WEB-INF"))
                    .map(file -> "GET /" + file)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(written(Set.of("page", "open"), ".xhtml")).containsExactlyElementsOf(pages);
        }
    }

    @Test
    void every_entry_endpoint_has_its_line() {
        assertThat(written(Set.of("entry"), "")).containsExactlyElementsOf(routes(new EntryApi()));
    }

    @Test
    void every_rest_resource_has_its_line() {
        assertThat(written(Set.of("api"), "")).containsExactlyElementsOf(routes(new RestApi()));
    }

    @Test
    void every_servlet_has_its_line() throws IOException {
        Set<String> servlets = new TreeSet<>();
        try (Stream<java.nio.file.Path> files = Files.walk(SOURCES)) {
            for (java.nio.file.Path file : files.filter(Files::isRegularFile).toList()) {
                SERVLET.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> servlets.add("GET " + found.group(1)));
            }
        }
        Set<String> written = written(Set.of("open"), "");
        written.removeIf(route -> route.endsWith(".xhtml"));
        assertThat(written).containsExactlyElementsOf(servlets);
    }

    private static Set<String> routes(Application application) {
        String base =
                application.getClass().getAnnotation(ApplicationPath.class).value();
        Set<String> routes = new TreeSet<>();
        for (Class<?> resource : application.getClasses()) {
            for (Method method : resource.getMethods()) {
                verb(method)
                        .ifPresent(verb -> routes.add(verb + " " + base + path(resource.getAnnotation(Path.class))
                                + path(method.getAnnotation(Path.class))));
            }
        }
        return routes;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(http -> http != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Path path) {
        String inner = path == null ? "" : path.value().replaceAll("^/|/$", "");
        return inner.isEmpty() ? "" : "/" + inner;
    }

    private static Set<String> written(Set<String> kinds, String ending) {
        try {
            List<String> lines = Files.readAllLines(FILE);
            return lines.stream()
                    .map(line -> line.split(",", -1))
                    .filter(line -> kinds.contains(line[0]) && line[1].endsWith(ending))
                    .map(line -> line[1])
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalStateException("docs/permissions.csv cannot be read", e);
        }
    }
}
