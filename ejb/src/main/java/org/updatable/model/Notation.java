package org.updatable.model;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How the values of one property are said: as the database holds them. */
interface Notation {

    /**
     * A value as it is said.
     *
     * @param value what the entity has
     * @return the value to show
     */
    @Nullable
    Object said(@Nullable Object value);

    /**
     * Whether the database is sure to give a value back as it was written.
     *
     * @param value what the entity has
     * @return false when it has to be read after the commit
     */
    boolean comesBackAs(@Nullable Object value);

    /**
     * A value with its parts, as JSON has it.
     *
     * @param value what the entity has
     * @return a list of the elements of a collection, a map of what has names, or else what is said
     */
    default @Nullable Object inParts(@Nullable Object value) {
        return said(value);
    }

    /** A notation of these two answers. */
    static Notation of(UnaryOperator<@Nullable Object> said, Predicate<@Nullable Object> comesBackAs) {
        return new Notation() {
            @Override
            public @Nullable Object said(@Nullable Object value) {
                return said.apply(value);
            }

            @Override
            public boolean comesBackAs(@Nullable Object value) {
                return comesBackAs.test(value);
            }
        };
    }
}
