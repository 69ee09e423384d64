package org.updatable.change;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property has a new value, and we know it.
 *
 * @param row whose property
 * @param property the property's name
 * @param value the new {@linkplain PlainValue plain value}
 */
public record Changed(Row row, String property, @Nullable Object value) implements Fact {

    @Override
    public Optional<Touched> touched() {
        return Optional.of(Touched.row(row, property));
    }
}
