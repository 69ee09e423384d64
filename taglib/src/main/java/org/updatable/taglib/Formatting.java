package org.updatable.taglib;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.updatable.format.Format;

/** How a page asks for values to be written. */
@FunctionalInterface
interface Formatting {
    /** The attribute that says what the values are. */
    String TYPE = "type";

    /** Those that say what the values are. */
    Set<String> OF_DATES = Set.of("dateStyle", "timeStyle", "timeZone");

    /** The types of values that are written in some time zone. */
    Set<String> IN_ZONE = Set.of("date", "time", "both");

    /** Not at all. */
    Formatting NONE = locale -> Optional.empty();

    /**
     * The format.
     *
     * @param locale in which language, unless this says so itself
     * @return empty when values are written plainly
     */
    Optional<Format> format(Locale locale) throws Mistake;

    /**
     * What attributes say.
     *
     * @param attributes the type, and some of {@link Format#settings()}; empty is as good as absent
     * @param zone the page's own
     */
    static Formatting of(Map<String, String> attributes, Supplier<TimeZone> zone) {
        Map<String, String> settings = new HashMap<>(attributes);
        settings.values().removeIf(String::isEmpty);
        return settings.isEmpty() ? NONE : locale -> format(new HashMap<>(settings), zone, locale);
    }

    private static Optional<Format> format(Map<String, String> settings, Supplier<TimeZone> zone, Locale locale)
            throws Mistake {
        String type = type(settings);
        settings.remove(TYPE);
        settings.put("locale", locale.toLanguageTag());
        if (IN_ZONE.contains(type)) settings.putIfAbsent("timeZone", zone.get().getID());
        try {
            return Optional.of(Format.of(type, settings));
        } catch (IllegalArgumentException mistake) {
            throw new Mistake(String.valueOf(mistake.getMessage()));
        }
    }

    /** A pattern alone may be one of numbers or one of dates. */
    private static String type(Map<String, String> settings) throws Mistake {
        if (settings.containsKey(TYPE)) return settings.getOrDefault(TYPE, "");
        if (settings.keySet().stream().anyMatch(OF_DATES::contains)) return "both";
        if (!settings.keySet().equals(Set.of("pattern"))) return "number";
        throw new Mistake("pattern=\"%s\" may be one of numbers or one of dates. Add type=\"number\" or type=\"date\"."
                .formatted(settings.getOrDefault("pattern", "")));
    }

    /** The text of an attribute. */
    static String text(Object attribute) {
        if (attribute instanceof Locale locale) return locale.toLanguageTag();
        return attribute instanceof TimeZone zone ? zone.getID() : attribute.toString();
    }

    /** A locale by its name, as Java or as browsers write it. */
    static Locale locale(Object locale) {
        return Locale.forLanguageTag(text(locale).replace('_', '-'));
    }
}
