package org.updatable;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see of an entity as an observer at {@code /updates/post}: which rows, and which of their fields. Who may
 * see the same is served together, by one read of the database: {@link #equals} compares the names of restrictions.
 */
public final class Visible {
    private final Kind kind;
    private final String name;
    private final @Nullable Where where;
    private final Set<String> hidden;

    private enum Kind {
        AS_DECLARED,
        NOTHING,
        ROWS
    }

    /** Restricts a query to the rows that may be seen. */
    @FunctionalInterface
    public interface Where {

        /**
         * The condition for a row to be seen.
         *
         * @param root the entity in the query; what is joined must not make more rows of one
         * @param build makes conditions
         * @return the condition
         */
        Predicate of(Root<?> root, CriteriaBuilder build);
    }

    private Visible(Kind kind, String name, @Nullable Where where, Set<String> hidden) {
        this.kind = kind;
        this.name = name;
        this.where = where;
        this.hidden = Collections.unmodifiableSet(new TreeSet<>(hidden));
    }

    /**
     * Everything where the entity is {@linkplain Updatable#open() open}, and nothing else.
     *
     * @return what is the case without a policy
     */
    public static Visible asDeclared() {
        return new Visible(Kind.AS_DECLARED, "", null, Set.of());
    }

    /**
     * Every row, with all fields that are live.
     *
     * @return everything
     */
    public static Visible everything() {
        return new Visible(Kind.ROWS, "", null, Set.of());
    }

    /**
     * No row: every request is refused with 403.
     *
     * @return nothing
     */
    public static Visible nothing() {
        return new Visible(Kind.NOTHING, "", null, Set.of());
    }

    /**
     * Some rows, with all fields that are live.
     *
     * @param name says which: two restrictions of the same entity with the same name are taken for the same, so it holds
     *     whatever the condition depends on, such as {@code owner=ada}
     * @param where the condition; it is asked on the server's threads, outside of any request
     * @return those rows
     */
    public static Visible rows(String name, Where where) {
        return new Visible(Kind.ROWS, Objects.requireNonNull(name), Objects.requireNonNull(where), Set.of());
    }

    /**
     * The same rows, with less of them.
     *
     * @param fields the names of live properties, such as {@code price} or {@code delivery.street}; those of an embeddable
     *     one by one
     * @return the rows without these
     */
    public Visible without(String... fields) {
        Set<String> all = new TreeSet<>(hidden);
        Collections.addAll(all, fields);
        return new Visible(kind, name, where, all);
    }

    /**
     * What this comes to for an entity.
     *
     * @param isOpen whether the entity is open
     * @return the same, or without a restriction, or {@linkplain #isNothing() nothing}
     */
    public Visible where(boolean isOpen) {
        if (kind != Kind.AS_DECLARED) return this;
        return new Visible(isOpen ? Kind.ROWS : Kind.NOTHING, "", null, hidden);
    }

    /**
     * Whether no row may be seen.
     *
     * @return true for {@link #nothing()}
     */
    public boolean isNothing() {
        return kind == Kind.NOTHING;
    }

    /**
     * The condition for a row to be seen.
     *
     * @return null where there is none
     */
    public @Nullable Where where() {
        return where;
    }

    /**
     * Whether a field is hidden.
     *
     * @param field the name of a live property
     * @return false when it may be seen
     */
    public boolean hides(String field) {
        return hidden.contains(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Visible that
                && kind == that.kind
                && name.equals(that.name)
                && (where == null) == (that.where == null)
                && hidden.equals(that.hidden);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, hidden);
    }

    @Override
    public String toString() {
        return kind + (name.isEmpty() ? "" : " " + name) + (hidden.isEmpty() ? "" : " without " + hidden);
    }
}
