package org.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Grant;
import org.casebook.kernel.Permission;
import org.casebook.kernel.Role;
import org.casebook.kernel.Scope;
import org.junit.jupiter.api.Test;

/**
 * docs/permissions.csv, written by hand, against every boundary method: its permission, and each role at its own site,
 * another site, the whole study, another study and a test copy. A method without a line fails the build, and so does a line without
 * a method.
 */
class PermissionsTest {

    private static final Path FILE = Path.of("../docs/permissions.csv");

    private static final List<String> COLUMNS = List.of(
            "coordinator",
            "investigator",
            "monitor",
            "data-manager",
            "sponsor",
            "pharmacist",
            "builder",
            "inspector",
            "administrator",
            "statistician");

    /** The places that are tried for somebody who works at site 101 of the study OURS. */
    private static final List<Scope> PLACES = List.of(
            Scope.of("OURS", "101"),
            Scope.of("OURS", "102"),
            Scope.of("OURS"),
            Scope.of("THEIRS", "101"),
            Scope.of("OURS~test", "101"));

    private final Map<String, JavaMethod> doors = boundaryMethods();
    private final List<String[]> lines = lines("boundary");

    @Test
    void every_boundary_method_has_its_line_and_every_line_its_method() {
        Set<String> written = new TreeSet<>();
        lines.forEach(line -> written.add(line[1]));
        assertThat(written)
                .as("doors in docs/permissions.csv; write a line by hand for each new boundary method")
                .containsExactlyElementsOf(new TreeSet<>(doors.keySet()));
        assertThat(lines).as("one line for each door").hasSameSizeAs(written);
    }

    @Test
    void every_door_asks_for_the_permission_of_its_line() {
        for (String[] line : lines) {
            JavaMethod door = doors.get(line[1]);
            if (door != null) {
                assertThat(permission(door).name()).as(line[1]).isEqualTo(line[2]);
            }
        }
    }

    @Test
    void every_role_reaches_as_far_as_its_line_says() {
        List<String> wrong = new ArrayList<>();
        int checked = 0;
        for (String[] line : lines) {
            JavaMethod door = doors.get(line[1]);
            for (Role role : Role.values()) {
                String reach = line[3 + COLUMNS.indexOf(role.key())];
                for (Scope place : PLACES) {
                    checked++;
                    boolean opens = opens(door, new Actor("x", "x", "X", "X", "person", grants(role)), place);
                    boolean tried = role == Role.BUILDER && place.isCopy() && isPlaced(door);
                    if (opens != (tried || expected(reach, place))) {
                        wrong.add(line[1] + " for " + role.key() + " at " + place + ": " + (opens ? "open" : "closed"));
                    }
                }
            }
        }
        assertThat(wrong).as("wrong of " + checked).isEmpty();
        assertThat(checked).isEqualTo(doors.size() * Role.values().length * PLACES.size());
    }

    /** Routes lead to boundaries; how far a role reaches through one is what its permission says. */
    @Test
    void the_lines_of_routes_agree_with_their_permission() {
        List<String> wrong = new ArrayList<>();
        for (String[] line : content().stream().map(text -> text.split(",", -1)).toList()) {
            if (!Set.of("page", "entry", "api").contains(line[0])) {
                continue;
            }
            for (Role role : Role.values()) {
                String reach = line[3 + COLUMNS.indexOf(role.key())];
                if (reach.equals("-") == Permission.valueOf(line[2]).heldBy(role)) {
                    wrong.add(line[1] + " for " + role.key() + ": " + reach);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_columns_are_the_roles() {
        assertThat(COLUMNS)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::key).toList());
        assertThat(header()).endsWith(String.join(",", COLUMNS));
    }

    /** As the demonstration gives them: site people at one site, study people for all sites, the rest in the system. */
    private static Set<Grant> grants(Role role) {
        return switch (role) {
            case COORDINATOR, INVESTIGATOR -> Set.of(new Grant("OURS", "101", role));
            case BUILDER, ADMINISTRATOR -> Set.of(new Grant(null, null, role));
            default -> Set.of(new Grant("OURS", null, role));
        };
    }

    /** As the doorkeeper judges it. */
    private static boolean opens(JavaMethod door, Actor actor, Scope place) {
        return isPlaced(door) ? actor.may(permission(door), place) : actor.mayAnywhere(permission(door));
    }

    private static boolean isPlaced(JavaMethod door) {
        return door.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Scope.class));
    }

    private static boolean expected(String reach, Scope place) {
        return switch (reach) {
            case "site" -> place.equals(PLACES.get(0));
            case "study" -> place.study().equals("OURS");
            case "system", "yes" -> true;
            case "-" -> false;
            default -> throw new IllegalArgumentException("No such reach: " + reach);
        };
    }

    private static Permission permission(JavaMethod door) {
        return door.getAnnotationOfType(Allowed.class).value();
    }

    private static Map<String, JavaMethod> boundaryMethods() {
        Map<String, JavaMethod> doors = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.casebook")) {
            if (type.isAnnotatedWith(Stateless.class)) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .forEach(method -> doors.put(type.getSimpleName() + "." + method.getName(), method));
            }
        }
        return doors;
    }

    private static List<String[]> lines(String kind) {
        return content().stream()
                .map(line -> line.split(",", -1))
                .filter(line -> line[0].equals(kind))
                .toList();
    }

    private static String header() {
        return content().get(0);
    }

    private static List<String> content() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("docs/permissions.csv cannot be read", e);
        }
    }
}
