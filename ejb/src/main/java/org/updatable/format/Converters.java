package org.updatable.format;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the converters of an application. Implementations are found by {@link java.util.ServiceLoader}. */
public interface Converters {

    /**
     * A converter as it works where there is no page.
     *
     * @param name what a client sent
     * @return what writes a value, and throws what the converter throws; empty when there is no such converter
     */
    Optional<UnaryOperator<@Nullable Object>> named(String name);
}
