package org.updatable.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How values are to be written, as data: {@code currency;currencyCode=EUR;locale=de}.
 *
 * @param type what the values are
 * @param settings by their names; none is empty
 */
record Style(String type, Map<String, String> settings) {
    static final String LOCALE = "locale";

    Style {
        Map<String, String> set = new TreeMap<>(settings);
        set.values().removeIf(String::isEmpty);
        settings = set;
    }

    /** @throws IllegalArgumentException when no style has that name */
    static Style parse(String name) {
        String[] parts = name.split(";", -1);
        Map<String, String> settings = Stream.of(parts)
                .skip(1)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(
                        setting -> setting[0],
                        setting -> setting.length < 2 ? "" : URLDecoder.decode(setting[1], UTF_8),
                        (first, second) -> first));
        return new Style(parts[0], settings);
    }

    /** Equal styles have one name. */
    String name() {
        return type
                + settings.entrySet().stream()
                        .map(setting -> ";" + setting.getKey() + "=" + URLEncoder.encode(setting.getValue(), UTF_8))
                        .collect(Collectors.joining());
    }

    Optional<String> get(String setting) {
        return Optional.ofNullable(settings.get(setting));
    }

    Locale locale() {
        return get(LOCALE).map(Locale::forLanguageTag).orElse(Locale.ROOT);
    }

    /**
     * Refuses what nobody asks for: it would be written and have no effect.
     *
     * @throws IllegalArgumentException when there is another setting than these and a locale
     */
    void hasOnly(Set<String> known) {
        for (String setting : settings.keySet()) {
            if (!known.contains(setting) && !setting.equals(LOCALE))
                throw new IllegalArgumentException("%s says nothing for type=\"%s\".".formatted(setting, type));
        }
    }
}
