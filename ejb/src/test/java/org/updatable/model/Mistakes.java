package org.updatable.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updatable.TogglesClass;
import org.updatable.Updatable;
import org.updatable.UpdatesAttribute;
import org.updatable.UpdatesWith;
import org.updatable.message.Update;

/** Entities that cannot be live as they are written, each in a persistence unit of its own. */
final class Mistakes {
    private Mistakes() {}

    @Entity
    @Updatable
    public static class Buyer {
        @Id
        public long id;
    }

    @Entity
    public static class Root {
        @Id
        public long id;
    }

    @Entity
    @Updatable
    public static class Below extends Root {}

    @Entity
    @Updatable(namespace = "Odd-Name")
    public static class OddName {
        @Id
        public long id;
    }

    @Entity
    @Updatable
    public static class Odd$Class {
        @Id
        public long id;
    }

    @Entity
    @Updatable
    public static class OddId {
        @Id
        public @Nullable LocalDate id;
    }

    @Entity
    @Updatable
    public static class OddToggle {
        @Id
        public long id;

        @TogglesClass("two classes")
        public boolean hidden;
    }

    @Entity
    @Updatable
    public static class OddAttribute {
        @Id
        public long id;

        @UpdatesAttribute("onclick")
        public @Nullable String script;
    }

    @Entity
    @Updatable
    public static class OddUpdates {
        @Id
        public long id;

        @UpdatesWith("titel")
        List<Update> updates() {
            return List.of();
        }
    }

    @Entity
    @Updatable
    public static class OddAnswer {
        @Id
        public long id;

        public @Nullable String title;

        @UpdatesWith("title")
        String updates() {
            return "";
        }
    }

    @Entity
    @Updatable
    public static class OddContext {
        @Id
        public long id;

        @Updatable
        public boolean isLikedOn(LocalDate day) {
            return false;
        }
    }
}
