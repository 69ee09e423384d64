package org.updatable.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    @PersistenceContext(name = "persistence/first", unitName = "one")
    @PersistenceContext(name = "persistence/second", unitName = "two")
    static class OnTheClass {}

    static class OnMembers extends OnTheClass {
        @PersistenceUnit(unitName = "three")
        @Nullable
        EntityManagerFactory factory;

        @PersistenceContext(name = "entities")
        @Nullable
        EntityManager named;

        @PersistenceContext(unitName = "four")
        void setManager(EntityManager manager) {}

        @PersistenceContext
        void noSetter() {}
    }

    @Test
    void aReferenceIsNamedAfterItsInjectionPointOrAsItSays() {
        String here = OnMembers.class.getName();

        assertThat(References.of(OnMembers.class))
                .isEqualTo(Map.of(
                        "persistence/first",
                        "one",
                        "persistence/second",
                        "two",
                        here + "/factory",
                        "three",
                        "entities",
                        "",
                        here + "/manager",
                        "four"));
    }

    @Test
    void aClassWithoutReferencesHasNone() {
        assertThat(References.of(ReferencesTest.class)).isEmpty();
    }

    /** As in an EAR: the class's own module does not have our jar, which is in a WAR beside it. */
    @Test
    void aClassOfAnotherModuleDoesNotSeeUs() throws IOException, ClassNotFoundException {
        URL classes = Story.class.getProtectionDomain().getCodeSource().getLocation();
        URL persistence =
                EntityManager.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader module =
                new URLClassLoader(new URL[] {classes, persistence}, ClassLoader.getPlatformClassLoader())) {
            Class<?> story = module.loadClass(Story.class.getName());

            assertThat(PersistenceUnits.seesUs(story)).isFalse();
            assertThat(PersistenceUnits.seesUs(Story.class)).isTrue();
            assertThat(story.getAnnotations())
                    .as("the JVM drops what it cannot load")
                    .hasSize(1);
        }
    }
}
