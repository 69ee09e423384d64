package org.updatable;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the plan of the rooms: which one may look into which, and which knows which foreign API. */
class RoomsTest {
    private static final String OURS = "org.updatable";

    /** Room, and the rooms it may look into. */
    private static final Map<String, Set<String>> MAY_LOOK_INTO = Map.ofEntries(
            Map.entry("", Set.of(".message")),
            Map.entry(".message", Set.of()),
            Map.entry(".message.observer", Set.of(".message")),
            Map.entry(".counters", Set.of(".service")),
            Map.entry(".counters.microprofile", Set.of(".counters")),
            Map.entry(".settings", Set.of()),
            Map.entry(".service", Set.of()),
            Map.entry(".command", Set.of()),
            Map.entry(".layout", Set.of()),
            Map.entry(".change", Set.of("", ".message")),
            Map.entry(".format", Set.of(".message", ".change", ".service")),
            Map.entry(".model", Set.of("", ".message", ".change", ".format", ".counters")),
            Map.entry(".access", Set.of("", ".message", ".model", ".settings", ".counters", ".service")),
            Map.entry(".backplane", Set.of(".change", ".counters")),
            Map.entry(".present", Set.of("", ".message", ".change", ".format", ".model", ".counters", ".service")),
            Map.entry(".present.eclipselink", Set.of(".present")),
            Map.entry(".present.hibernate", Set.of(".present")),
            Map.entry(".capture", Set.of("", ".message", ".change", ".model", ".backplane", ".counters", ".service")),
            Map.entry(
                    ".capture.postgres",
                    Set.of(
                            "",
                            ".capture",
                            ".message",
                            ".change",
                            ".model",
                            ".backplane",
                            ".channel",
                            ".settings",
                            ".counters")),
            Map.entry(".capture.eclipselink", Set.of(".capture", ".model")),
            Map.entry(".capture.hibernate", Set.of(".capture", ".model")),
            Map.entry(
                    ".hub",
                    Set.of(
                            "",
                            ".access",
                            ".message",
                            ".change",
                            ".format",
                            ".backplane",
                            ".present",
                            ".channel",
                            ".settings",
                            ".counters",
                            ".service")),
            Map.entry(".hub.undertow", Set.of(".hub")),
            Map.entry(".hub.undertow.xnio", Set.of(".hub.undertow")),
            Map.entry(".hub.tyrus", Set.of(".hub")),
            Map.entry(
                    ".observer",
                    Set.of(
                            "",
                            ".access",
                            ".message",
                            ".message.observer",
                            ".change",
                            ".model",
                            ".backplane",
                            ".present",
                            ".writing",
                            ".hub",
                            ".settings",
                            ".counters")),
            Map.entry(".channel", Set.of("", ".message", ".change", ".model", ".counters")),
            Map.entry(".writing", Set.of("", ".change", ".model")));

    /** Foreign API, and the rooms that may know it. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("jakarta.json..", Set.of(".message", ".message.observer")),
            Map.entry("jakarta.websocket..", Set.of(".hub", ".hub.undertow", ".hub.tyrus", ".observer")),
            Map.entry(
                    "jakarta.persistence..",
                    Set.of(
                            "",
                            ".model",
                            ".present",
                            ".present.eclipselink",
                            ".present.hibernate",
                            ".writing",
                            ".capture",
                            ".capture.eclipselink",
                            ".capture.hibernate",
                            ".capture.postgres")),
            Map.entry("jakarta.transaction..", Set.of(".capture", ".capture.hibernate", ".present", ".writing")),
            Map.entry("jakarta.validation..", Set.of(".writing")),
            Map.entry("jakarta.interceptor..", Set.of("", ".capture")),
            Map.entry("jakarta.servlet..", Set.of(".capture", ".hub", ".observer")),
            Map.entry("jakarta.ejb..", Set.of(".capture", ".capture.postgres", ".hub", ".observer")),
            Map.entry("org.eclipse.persistence..", Set.of(".capture.eclipselink", ".present.eclipselink")),
            Map.entry("org.hibernate..", Set.of(".capture.hibernate", ".present.hibernate")),
            Map.entry("io.undertow..", Set.of(".hub.undertow", ".hub.undertow.xnio")),
            Map.entry("org.xnio..", Set.of(".hub.undertow.xnio")),
            Map.entry("org.glassfish.tyrus..", Set.of(".hub.tyrus")),
            Map.entry("org.glassfish.grizzly..", Set.of(".hub.tyrus")),
            Map.entry("org.eclipse.microprofile..", Set.of(".settings", ".counters.microprofile")));

    private final JavaClasses classes =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(OURS);

    @Test
    void everyPackageIsARoomOfThePlan() {
        Set<String> packages = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages)
                .isEqualTo(MAY_LOOK_INTO.keySet().stream().map(OURS::concat).collect(Collectors.toSet()));
    }

    @Test
    void everyRoomSaysInOneSentenceWhatLivesThere() {
        assertThat(classes.stream().map(JavaClass::getPackage).distinct())
                .allMatch(room -> room.tryGetPackageInfo().isPresent());
    }

    @TestFactory
    Stream<DynamicTest> aRoomLooksOnlyWhereItMay() {
        return MAY_LOOK_INTO.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(OURS + room.getKey(), () -> {
                    String[] allowed = Stream.concat(Stream.of(room.getKey()), room.getValue().stream())
                            .map(OURS::concat)
                            .toArray(String[]::new);
                    classes()
                            .that()
                            .resideInAPackage(OURS + room.getKey())
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage(OURS + ".."))))
                            .check(classes);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aForeignApiIsKnownToItsRoomsOnly() {
        return MAY_KNOW.entrySet().stream()
                .map(api -> DynamicTest.dynamicTest(api.getKey(), () -> {
                    String[] rooms = api.getValue().stream().map(OURS::concat).toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(rooms)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(api.getKey())
                            .check(classes);
                }));
    }

    @Test
    void noRoomsGoInCircles() {
        slices().matching(OURS + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void nobodyAsksTheJsonProviderForEveryMessage() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.json.Json")
                .because("its static methods look the provider up each time: fifty times the cost of a message")
                .check(classes);
    }

    @Test
    void noRoomIsNamedAfterAJobTitle() {
        List<String> titles = List.of("spi", "impl", "internal", "util", "helper", "manager");

        assertThat(classes.stream().map(JavaClass::getPackage).map(JavaPackage::getName))
                .noneMatch(name -> Arrays.stream(name.split("\\.")).anyMatch(titles::contains));
    }

    /** It may be set back, and two machines never agree on it. */
    @Test
    void nobodyOrdersByTheClockOfTheDay() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        OURS + ".change", OURS + ".capture..", OURS + ".backplane", OURS + ".present", OURS + ".hub..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(classes);
    }
}
