package org.updatable.taglib;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Holds what this room may look into; those of the server have their own test. */
class RoomTest {

    @Test
    void theTagKnowsWhatIsLiveAndHowItIsSaidAndNoMore() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.updatable.taglib",
                        "org.updatable.model",
                        "org.updatable.change",
                        "org.updatable.message",
                        "jakarta.faces..",
                        "jakarta.enterprise.inject..",
                        "org.jspecify..",
                        "java..")
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("org.updatable.taglib"));
    }
}
