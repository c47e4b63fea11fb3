package org.casebook.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebook.it.Figures;
import org.casebook.it.InContainer;
import org.casebook.it.Running;
import org.casebook.kernel.Actor;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.CurrentActor;
import org.casebook.kernel.NotAllowed;
import org.casebook.kernel.Role;
import org.casebook.kernel.Scope;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Knocks at every boundary method through the real doorkeeper, as each role, at the own site, another site, the whole
 * study, another study and a test copy, and holds who is let in against docs/permissions.csv. Whoever is let in comes with empty
 * hands, and what he does is rolled back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorsIT extends InContainer {
    private static final Logger LOG = Logger.getLogger(DoorsIT.class.getName());
    private static final String FILE = "/permissions.csv";
    private static final int FIRST_ROLE = 3;
    private static final List<Scope> PLACES = List.of(
            Scope.of("DOORSIT", "101"),
            Scope.of("DOORSIT", "102"),
            Scope.of("DOORSIT"),
            Scope.of("DOORSIT2", "101"),
            Scope.of("DOORSIT~test", "101"));

    @Inject
    private BeanManager beans;

    @Inject
    private CurrentActor currentActor;

    @Resource
    private UserTransaction transaction;

    private final List<String> wrong = new ArrayList<>();
    private int checked;

    @Test
    @Order(1)
    void every_door_opens_for_whom_it_should_and_for_nobody_else() throws Exception {
        List<String[]> lines = lines();
        List<String> roles = Arrays.asList(lines.get(0)).subList(FIRST_ROLE, lines.get(0).length);
        for (Bean<?> boundary : boundaries()) {
            Object door =
                    beans.getReference(boundary, boundary.getBeanClass(), beans.createCreationalContext(boundary));
            for (Method method : boundary.getBeanClass().getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && method.isAnnotationPresent(Allowed.class)) {
                    String name = boundary.getBeanClass().getSimpleName() + "." + method.getName();
                    String[] line = lines.stream()
                            .filter(candidate -> candidate[0].equals("boundary") && candidate[1].equals(name))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no line for " + name));
                    for (int i = 0; i < roles.size(); i++) {
                        knock(door, method, name, roles.get(i), line[FIRST_ROLE + i]);
                    }
                }
            }
        }
        LOG.info("Doors checked " + checked + " wrong " + wrong.size());
        assertThat(wrong).as("wrong of " + checked).isEmpty();
        assertThat(checked).as("checked").isGreaterThan(1000);
    }

    /** The test above runs in another process; its count comes from that one's log. */
    @Test
    @Order(2)
    @RunAsClient
    void the_count_is_kept() throws IOException {
        Matcher count = Pattern.compile("Doors checked (\\d+) wrong (\\d+)")
                .matcher(Files.readString(Running.system().log()));
        assertThat(count.find()).as("count of doors in the log").isTrue();
        Figures.add("doors held against the permissions", Double.parseDouble(count.group(1)), "calls", "all", true);
        Figures.atMost("doors that open or stay shut wrongly", Double.parseDouble(count.group(2)), "calls", 0);
    }

    private void knock(Object door, Method method, String name, String role, String reach) throws Exception {
        Actor actor = actor(role);
        for (Scope place : PLACES) {
            currentActor.enter(actor, UUID.randomUUID().toString());
            checked++;
            boolean opened = opens(door, method, place);
            // docs/permissions.csv: in a copy whoever builds opens every door that has a place
            boolean tried = role.equals("builder") && place.isCopy() && isPlaced(method);
            if (opened != (tried || expected(reach, place))) {
                wrong.add(name + " for " + role + " at " + place + (opened ? " is open" : " is closed"));
            }
        }
    }

    private boolean opens(Object door, Method method, Scope place) throws Exception {
        transaction.begin();
        try {
            method.invoke(door, arguments(method, place));
            return true;
        } catch (InvocationTargetException refused) {
            // any other refusal or fault happens behind the door: nothing sensible was handed in
            return !(refused.getCause() instanceof NotAllowed);
        } finally {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }

    private static boolean isPlaced(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Scope.class);
    }

    private static Object[] arguments(Method method, Scope place) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == Scope.class ? place : empty(type))
                .toArray();
    }

    private static Object empty(Class<?> type) {
        if (!type.isPrimitive()) {
            return null;
        }
        if (type == boolean.class) {
            return false;
        }
        return type == long.class ? (Object) 0L : (Object) 0;
    }

    /** With the grants that the demonstration gives: one site, a whole study, or the system. */
    private static Actor actor(String role) {
        return switch (Role.of(role).orElseThrow()) {
            case COORDINATOR, INVESTIGATOR -> People.person(role, "/studies/DOORSIT/101/" + role);
            case BUILDER, ADMINISTRATOR -> People.person(role, "/system/" + role);
            default -> People.person(role, "/studies/DOORSIT/all/" + role);
        };
    }

    private static boolean expected(String reach, Scope place) {
        return switch (reach) {
            case "site" -> place.equals(PLACES.get(0));
            case "study" -> place.study().equals("DOORSIT");
            case "system", "yes" -> true;
            default -> false;
        };
    }

    private List<Bean<?>> boundaries() {
        Set<Bean<?>> all = beans.getBeans(Object.class, Any.Literal.INSTANCE);
        return all.stream()
                .filter(bean -> bean.getBeanClass().isAnnotationPresent(Stateless.class))
                .filter(bean -> bean.getBeanClass().getName().startsWith("org.casebook."))
                .sorted(Comparator.comparing(bean -> bean.getBeanClass().getName()))
                .toList();
    }

    private static List<String[]> lines() throws IOException {
        try (var file = new BufferedReader(
                new InputStreamReader(DoorsIT.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .toList();
        }
    }
}
