package org.updatable.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Query;
import jakarta.persistence.criteria.CriteriaUpdate;
import jakarta.persistence.criteria.Root;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.TogglesClass;
import org.updatable.Updatable;
import org.updatable.UpdatesExcluded;

/** Live entities that refer to each other. */
public final class Forum {
    private Forum() {}

    /** Gives a row another text, as another program would: EclipseLink, which has a cache, does not notice. */
    public static <T> void overwrite(EntityManager manager, Class<T> type, String attribute, String text, long id) {
        CriteriaUpdate<T> update = manager.getCriteriaBuilder().createCriteriaUpdate(type);
        Root<T> root = update.from(type);
        update.set(attribute, text).where(manager.getCriteriaBuilder().equal(root.get("id"), id));
        String table = "FORUM$" + type.getSimpleName();
        Query query = manager.getClass().getName().startsWith("org.hibernate")
                ? manager.createQuery(update)
                : manager.createNativeQuery(
                        "update %s set %s = '%s' where ID = %d".formatted(table, attribute, text, id));
        if (query.executeUpdate() != 1) throw new IllegalStateException("no such row");
    }

    @Entity
    @Updatable
    public static class Member {
        @Id
        public long id = 1;

        public @Nullable String name;

        @UpdatesExcluded
        public @Nullable String mail;

        @Column(precision = 10, scale = 2)
        public @Nullable BigDecimal fee;

        @TogglesClass(value = "banned", path = "card")
        public boolean banned;

        @ManyToOne
        public @Nullable Member sponsor;

        @OneToMany(mappedBy = "author")
        public Set<Topic> topics = new HashSet<>();

        @Updatable
        public String getGreeting() {
            return "Hello " + name;
        }
    }

    @Entity
    @Updatable(open = true)
    public static class Topic {
        @Id
        public long id = 1;

        public @Nullable String title;

        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Member author;

        @ManyToOne
        public @Nullable Guest guest;

        @ManyToMany
        public Set<Tag> tags = new HashSet<>();

        @OneToMany(mappedBy = "topic")
        public List<Reply> replies = new ArrayList<>();

        @OneToMany(mappedBy = "topic")
        @OrderBy("text")
        public List<Reply> alphabet = new ArrayList<>();

        @OneToOne(mappedBy = "topic")
        public @Nullable Pin pin;

        @OneToMany(mappedBy = "topic")
        public List<Visit> visits = new ArrayList<>();

        @OneToMany(mappedBy = "secretly")
        public List<Reply> secrets = new ArrayList<>();

        @Updatable
        public int getSize() {
            return replies.size();
        }

        @Updatable
        public boolean isPraisedIn(String text) {
            return replies.stream().anyMatch(reply -> text.equals(reply.text));
        }
    }

    @Entity
    @Updatable(open = true)
    public static class Reply {
        @Id
        public long id = 1;

        public @Nullable String text;

        @ManyToOne(fetch = FetchType.LAZY)
        public @Nullable Topic topic;

        @ManyToOne(fetch = FetchType.LAZY)
        @UpdatesExcluded
        public @Nullable Topic secretly;
    }

    @Entity
    @Updatable
    public static class Tag {
        @Id
        public @Nullable String id;

        @ManyToMany(mappedBy = "tags")
        public Set<Topic> topics = new HashSet<>();
    }

    @Entity
    @Updatable
    public static class Pin {
        @Id
        public long id = 1;

        public @Nullable String colour;

        @OneToOne
        public @Nullable Topic topic;
    }

    /** Is not live. */
    @Entity
    public static class Guest {
        @Id
        public long id = 1;

        public @Nullable String name;
    }

    /** Is not live either. */
    @Entity
    public static class Visit {
        @Id
        public long id = 1;

        @ManyToOne
        public @Nullable Topic topic;
    }
}
