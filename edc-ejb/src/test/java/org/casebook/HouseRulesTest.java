package org.casebook;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebook.kernel.Allowed;
import org.casebook.kernel.Fact;
import org.casebook.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** docs/house.md, each rule a sentence. */
class HouseRulesTest {

    /** A room may use only rooms earlier in this line. */
    private static final List<String> STAIRCASE = List.of(
            "kernel",
            "audit",
            "access",
            "mailing",
            "rules",
            "odm",
            "dialect",
            "definition",
            "wording",
            "rendering",
            "veil",
            "instrument",
            "study",
            "authoring",
            "blinding",
            "site",
            "subject",
            "whereabouts",
            "standing",
            "consent",
            "delegation",
            "allotment",
            "concealment",
            "randomization",
            "replay",
            "codebreak",
            "unblinding",
            "crossing",
            "product",
            "schedule",
            "laboratory",
            "capture",
            "attachment",
            "linking",
            "presence",
            "explanation",
            "course",
            "crossover",
            "expectation",
            "lookup",
            "transfer",
            "query",
            "moving",
            "duplicate",
            "safety",
            "monitoring",
            "signature",
            "disclosure",
            "acceptance",
            "amendment",
            "deviation",
            "agenda",
            "dataset",
            "report",
            "outcome");

    private static final int MOST_TYPES_IN_A_ROOM = 25;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // the adapter to Keycloak is a module of its own, no room
            .withImportOption(location -> !location.contains("/org/casebook/keycloak/"))
            .importPackages("org.casebook");

    @Test
    void rooms_use_only_rooms_before_them() {
        for (int step = 0; step < STAIRCASE.size() - 1; step++) {
            String[] later = STAIRCASE.subList(step + 1, STAIRCASE.size()).stream()
                    .map(HouseRulesTest::room)
                    .toArray(String[]::new);
            hold(noClasses()
                    .that()
                    .resideInAPackage(room(STAIRCASE.get(step)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later));
        }
    }

    @Test
    void every_class_lives_in_a_room_of_the_staircase() {
        hold(classes()
                .should()
                .resideInAnyPackage(STAIRCASE.stream().map(HouseRulesTest::room).toArray(String[]::new)));
    }

    @Test
    void there_are_no_cycles_between_rooms() {
        hold(slices().matching("org.casebook.(*)..").should().beFreeOfCycles());
    }

    @Test
    void every_boundary_method_says_who_may_enter() {
        hold(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .and()
                .arePublic()
                .should()
                .beAnnotatedWith(Allowed.class));
    }

    @Test
    void entities_have_no_public_setters() {
        hold(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should(haveNameMatchingAndBePublic()));
    }

    @Test
    void entity_managers_live_in_package_private_repositories_only() {
        hold(fields().that()
                .haveRawType(EntityManager.class)
                .should()
                .beDeclaredInClassesThat()
                .areNotPublic());
    }

    @Test
    void the_domain_knows_no_faces_servlet_or_rest_types() {
        hold(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs.."));
    }

    @Test
    void json_types_stay_inside_a_room() {
        hold(noMethods()
                .that()
                .areDeclaredInClassesThat(are(publicTypes()))
                .and()
                .arePublic()
                .should()
                .haveRawReturnType(DescribedPredicate.describe(
                        "a JSON type", type -> type.getPackageName().startsWith("jakarta.json"))));
    }

    @Test
    void facts_are_records_and_refusals_are_unchecked() {
        hold(classes().that().implement(Fact.class).should(new ArchCondition<JavaClass>("be records") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, type.isRecord(), type.getName() + " is no record"));
            }
        }));
        hold(classes().that().areAssignableTo(Refusal.class).should().beAssignableTo(RuntimeException.class));
    }

    @Test
    void time_comes_in_by_the_door() {
        DescribedPredicate<JavaCall<?>> now = DescribedPredicate.describe(
                "now()",
                call -> call.getName().equals("now")
                        && call.getTargetOwner().getPackageName().startsWith("java.time")
                        && call.getTarget().getRawParameterTypes().isEmpty());
        hold(noClasses().should().callCodeUnitWhere(DescribedPredicate.describe("now()", now::test)));
        hold(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("org.casebook.kernel")
                .and()
                // The freshness of a login is measured on Keycloak's clock, never on a demonstration's.
                .resideOutsideOfPackage("org.casebook.access")
                .should()
                .callMethod(Clock.class, "systemUTC"));
    }

    @Test
    void nobody_prints_or_uses_old_dates() {
        hold(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date"));
    }

    @Test
    void names_are_the_field_s_words() {
        hold(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("DTO")
                .orShould()
                .haveSimpleNameEndingWith("VO"));
    }

    @Test
    void every_room_has_a_card_on_its_door_and_few_types() throws IOException {
        Map<String, Long> types = HOUSE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !type.isAssignableTo(Refusal.class))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        Set<String> rooms = types.keySet();
        for (String room : rooms) {
            Path card = Path.of("src/main/java", room.replace('.', '/'), "package-info.java");
            assertThat(card).as("card of room " + room).exists();
            assertThat(Files.readString(card)).as("card of room " + room).contains("/**");
            assertThat(types.get(room)).as("types in " + room).isLessThanOrEqualTo(MOST_TYPES_IN_A_ROOM);
        }
    }

    private static DescribedPredicate<JavaClass> publicTypes() {
        return DescribedPredicate.describe(
                "public types", type -> type.getModifiers().contains(PUBLIC));
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> haveNameMatchingAndBePublic() {
        return new ArchCondition<>("be public setters") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                boolean setter = method.getModifiers().contains(PUBLIC)
                        && method.getName().matches("set[A-Z].*");
                events.add(new SimpleConditionEvent(method, setter, method.getFullName() + " is a public setter"));
            }
        };
    }

    private static String room(String name) {
        return "org.casebook." + name + "..";
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
