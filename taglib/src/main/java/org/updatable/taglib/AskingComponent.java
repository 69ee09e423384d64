package org.updatable.taglib;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIOutput;
import jakarta.faces.component.ValueHolder;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.DateTimeConverter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.format.Format;

/** A component whose attributes say what to show. A converter may say how. */
abstract class AskingComponent extends UIOutput {
    /** The attributes that say how values are written, beside the locale. */
    private static final List<String> FORMATTING = Stream.concat(Stream.of(Formatting.TYPE), Format.settings().stream())
            .toList();

    private transient @Nullable Understood understood;

    /** A converter that was understood: in a table it is asked once, not once for every row. */
    private record Understood(Converter<?> converter, Locale locale, Format format) {}

    AskingComponent() {
        setRendererType(null);
    }

    /**
     * What is asked for.
     *
     * @param shows the component that shows it, whose converter counts where this one has none
     * @param labels whether people read it
     */
    final Asked asked(FacesContext faces, Optional<ValueHolder> shows, boolean labels) {
        Object context = getAttributes().get("context");
        Object locale = getAttributes().get("locale");
        return new Asked(
                getAttributes().get("entity"),
                attribute("field", ""),
                attribute("path", ""),
                "".equals(context) ? null : context,
                Boolean.parseBoolean(attribute("safe", "false")),
                attribute("announce", ""),
                locale == null || locale.equals("") ? faces.getViewRoot().getLocale() : Formatting.locale(locale),
                formatting(faces, shows),
                labels);
    }

    final String attribute(String name, String otherwise) {
        @Nullable Object value = getAttributes().get(name);
        return value == null ? otherwise : value.toString();
    }

    private Formatting formatting(FacesContext faces, Optional<ValueHolder> shows) {
        Converter<?> own = getConverter();
        if (own != null) return locale -> understand(own, faces, this, locale);
        Map<String, String> attributes = new HashMap<>();
        for (String name : FORMATTING) {
            Object value = getAttributes().get(name);
            if (value != null) attributes.put(name, Formatting.text(value));
        }
        Formatting formatting = Formatting.of(attributes, () -> new DateTimeConverter().getTimeZone());
        Converter<?> converter = shows.map(ValueHolder::getConverter).orElse(null);
        return formatting == Formatting.NONE && converter != null
                ? locale -> understand(converter, faces, (UIComponent) shows.orElseThrow(), locale)
                : formatting;
    }

    private Optional<Format> understand(
            Converter<?> converter, FacesContext faces, UIComponent component, Locale locale) throws Mistake {
        Understood known = understood;
        if (known == null || known.converter != converter || !known.locale.equals(locale)) {
            known = new Understood(converter, locale, FacesFormats.of(converter, faces, component));
            understood = known;
        }
        return Optional.of(known.format);
    }
}
