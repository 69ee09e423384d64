package org.updatable.taglib;

import jakarta.el.ELException;
import jakarta.el.ELManager;
import jakarta.el.StandardELContext;
import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;
import org.updatable.message.Group;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.model.LiveProperty;

/**
 * What a page shows for one field of one entity, whichever technology writes the page.
 *
 * @param attributes what keeps an element live, by name, not escaped; empty when the field is not live
 * @param text the value as a page shows it, not escaped
 */
record LiveField(Map<String, String> attributes, String text) {
    private static final String GROUP = "data-update-group";
    private static final String EXPLANATION = "data-update-debug";
    private static final String NO_LIVE_ENTITY =
            "%s is not live, so \"%s\" is not. Write @Updatable on the entity, or use an ordinary tag.";
    private static final String NO_LIVE_FIELD =
            "%s has no live field \"%s\". Live are: %s. Name one of them, or use an ordinary tag.";

    /**
     * Reads a field, in a reader's language where its values have labels. While the entity is null or has no id, the field
     * is not live, and that is ordinary. An entity or a field that is not live is a mistake: see {@link Stage#mistake};
     * where that returns, the value is shown plainly.
     *
     * @throws IllegalArgumentException for a mistake, while the application is developed; the message says what to write
     *     instead
     */
    static LiveField of(@Nullable Object entity, String field, Locale locale) {
        Stage stage = Stage.now();
        if (entity == null) return plain("", stage, "The entity is null.");
        String name = entity.getClass().getName();
        Optional<LiveEntity> live = CDI.current().select(LiveModel.class).get().of(entity.getClass());
        if (live.isEmpty()) return mistaken(entity, field, stage, NO_LIVE_ENTITY.formatted(name, field));
        Object instance = live.get().behind(entity);
        List<LiveProperty> properties = live.get().propertiesOf(instance);
        Optional<LiveProperty> property = properties.stream()
                .filter(candidate -> candidate.name().equals(field))
                .findFirst();
        if (property.isEmpty()) {
            String names = properties.stream().map(LiveProperty::name).collect(Collectors.joining(", "));
            return mistaken(
                    entity,
                    field,
                    stage,
                    NO_LIVE_FIELD.formatted(instance.getClass().getName(), field, names));
        }
        Object value = PlainValue.of(property.get().valueOf(instance));
        Optional<Locale> language = property.get().language(locale);
        String text = PlainValue.text(
                language.map(found -> property.get().label(value, found)).orElse(value));
        String format = language.map(Locale::toLanguageTag).orElse("");
        return live.get()
                .rowOf(entity)
                .map(row -> live(new Group(row.namespace(), row.id(), field, format).name(), text, stage))
                .orElseGet(() -> plain(text, stage, "The entity has no id yet."));
    }

    private static LiveField live(String group, String text, Stage stage) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(GROUP, group);
        attributes.putAll(explanation(stage, "Live: " + group));
        return new LiveField(attributes, text);
    }

    private static LiveField plain(String text, Stage stage, String reason) {
        return new LiveField(explanation(stage, "Not live: " + reason), text);
    }

    private static LiveField mistaken(Object entity, String field, Stage stage, String sentence) {
        stage.mistake(sentence);
        return plain(PlainValue.text(read(entity, field)), stage, sentence);
    }

    /** For a person who points at the element, and for one who looks at the page's source. */
    private static Map<String, String> explanation(Stage stage, String sentence) {
        return stage == Stage.EXPLAINED ? Map.of("title", sentence, EXPLANATION, sentence) : Map.of();
    }

    /** Reads what is not live as an ordinary tag does; null where that fails. */
    private static @Nullable Object read(Object entity, String field) {
        try {
            StandardELContext context = new StandardELContext(ELManager.getExpressionFactory());
            return context.getELResolver().getValue(context, entity, field);
        } catch (ELException unreadable) {
            return null;
        }
    }
}
