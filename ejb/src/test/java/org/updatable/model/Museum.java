package org.updatable.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;

/** Entities whose rows the database deletes and changes by itself, with {@link #KEYS}. Some of them are not live. */
public final class Museum {
    /** What the schema of a DBA says, beside what is generated. */
    public static final List<String> KEYS = List.of(
            "alter table museum_room add foreign key (wing_id) references museum_wing(id) on delete cascade",
            "alter table museum_picture add foreign key (room_id) references museum_room(id) on delete cascade",
            "alter table museum_picture add foreign key (painter_id) references museum_painter(id) on delete set null",
            "alter table museum_guide add foreign key (room_id) references museum_room(id) on update cascade");

    private Museum() {}

    /** A procedure of the database. */
    public static int renameStories(Connection connection, String title) throws SQLException {
        try (var statement = connection.prepareStatement("update story set title = ?")) {
            statement.setString(1, title);
            return statement.executeUpdate();
        }
    }

    /** Is not live. */
    @Entity
    @Table(name = "museum_wing")
    public static class Wing {
        @Id
        public long id = 1;

        public @Nullable String name;
    }

    /** Is not live either. */
    @Entity
    @Table(name = "museum_room")
    public static class Room {
        @Id
        public long id = 1;

        @ManyToOne
        public @Nullable Wing wing;
    }

    /** Is not live either. */
    @Entity
    @Table(name = "museum_painter")
    public static class Painter {
        @Id
        public long id = 1;
    }

    @Entity
    @Updatable
    @Table(name = "museum_picture")
    public static class Picture {
        @Id
        public long id = 1;

        public @Nullable String title;

        @ManyToOne
        public @Nullable Room room;

        @ManyToOne
        public @Nullable Painter painter;

        @ElementCollection
        @CollectionTable(name = "museum_label", joinColumns = @JoinColumn(name = "picture_id"))
        public List<String> labels = new ArrayList<>();

        @ManyToMany
        @JoinTable(name = "museum_picture_guide")
        public Set<Guide> guides = new HashSet<>();
    }

    @Entity
    @Updatable
    @Table(name = "museum_guide")
    public static class Guide {
        @Id
        public long id = 1;

        @ManyToOne
        public @Nullable Room room;

        @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
        @JoinColumn(name = "guide_id")
        public List<Tour> tours = new ArrayList<>();
    }

    /** Is live, and goes with its guide. */
    @Entity
    @Updatable
    @Table(name = "museum_tour")
    public static class Tour {
        @Id
        public long id = 1;
    }
}
