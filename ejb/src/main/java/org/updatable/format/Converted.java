package org.updatable.format;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.updatable.service.Services;

/**
 * What a converter of the application makes of values.
 *
 * @param converter its name
 * @param function asks it
 */
record Converted(String converter, UnaryOperator<@Nullable Object> function) implements Format {
    static final String TYPE = "converter";
    private static final String NAME = "name";

    static Optional<Format> of(Style style) {
        String name = style.get(NAME).orElse("");
        return Services.of(Converters.class).stream()
                .flatMap(converters -> converters.named(name).stream())
                .findFirst()
                .map(function -> new Converted(name, function));
    }

    @Override
    public String name() {
        return new Style(TYPE, Map.of(NAME, converter)).name();
    }

    @Override
    public @Nullable Object shown(@Nullable Object value) {
        return function.apply(value);
    }
}
