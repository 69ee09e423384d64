package org.updatable.taglib;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Holds what this room may look into; those of the server have their own test. */
class RoomTest {
    private final JavaClasses room =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.updatable.taglib");

    @Test
    void theTagKnowsWhatIsLiveAndHowItIsSaidAndNoMore() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.updatable.taglib",
                        "org.updatable.access",
                        "org.updatable.channel",
                        "org.updatable.model",
                        "org.updatable.change",
                        "org.updatable.format",
                        "org.updatable.message",
                        "jakarta.faces..",
                        "jakarta.servlet..",
                        "jakarta.el..",
                        "jakarta.enterprise.inject..",
                        "jakarta.enterprise.context..",
                        "javax.naming..",
                        "org.jspecify..",
                        "java..")
                .check(room);
    }

    @Test
    void onlyComponentsAndTheirFunctionsKnowFaces() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Component")
                .and()
                .haveSimpleNameNotStartingWith("Faces")
                .and()
                .areTopLevelClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.faces..")
                .check(room);
    }

    @Test
    void onlyTagsAndTheirFunctionsKnowJsp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Tag")
                .and()
                .haveSimpleNameNotStartingWith("Jsp")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet.jsp..")
                .check(room);
    }
}
