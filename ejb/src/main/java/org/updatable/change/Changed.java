package org.updatable.change;

import java.util.Set;
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
    public Touched touched() {
        return new Touched(row.namespace(), Set.of(row.id()));
    }
}
