package org.updatable.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;

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
}
