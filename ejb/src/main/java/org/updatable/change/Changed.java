package org.updatable.change;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A property has a value, and we know it.
 *
 * @param row whose property
 * @param property the property's name
 * @param value the {@linkplain PlainValue plain value} that was written
 * @param isNew false when it is the one from before, as far as the transaction knows: then nothing has changed, unless
 *     another transaction had changed it meanwhile, and was overwritten
 */
public record Changed(Row row, String property, @Nullable Object value, boolean isNew) implements Fact {

    /**
     * A new value.
     *
     * @param row whose property
     * @param property the property's name
     * @param value the plain value that was written
     */
    public Changed(Row row, String property, @Nullable Object value) {
        this(row, property, value, true);
    }

    @Override
    public Optional<Touched> touched() {
        return Optional.of(Touched.row(row, property));
    }
}
