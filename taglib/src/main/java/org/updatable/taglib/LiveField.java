package org.updatable.taglib;

import jakarta.el.ELException;
import jakarta.el.ELManager;
import jakarta.el.StandardELContext;
import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;
import org.updatable.message.ToggleClass;
import org.updatable.message.Update;
import org.updatable.message.UpdateAttribute;
import org.updatable.message.UpdateValue;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;

/**
 * What a page shows of one entity, whichever technology writes the page.
 *
 * @param attributes what keeps an element live, by name, not escaped; empty when the field is not live
 * @param text the value as a page shows it, not escaped
 * @param markup whether the text is markup
 * @param classes those that the element has now
 * @param values the attributes that the element has now, by name, not escaped
 */
record LiveField(
        Map<String, String> attributes, String text, boolean markup, List<String> classes, Map<String, String> values) {
    private static final String MARKUP = "data-update-html";
    private static final String ANNOUNCE = "data-update-announce";
    private static final String EXPLANATION = "data-update-debug";
    private static final String NO_ID = "Not live: The entity has no id yet.";
    private static final Set<String> POLITENESS = Set.of("", "polite", "assertive");
    private static final String NO_POLITENESS = "announce=\"%s\" is neither polite nor assertive. Write one of them.";
    private static final String NO_LIVE_ENTITY =
            "%s is not live, so \"%s\" is not. Write @Updatable on the entity, or use an ordinary tag.";

    /**
     * Reads what a page asks for, in its reader's language where the values have labels. While the entity is null or has
     * no id, the field is not live, and that is ordinary. An entity or a field that is not live is a mistake: see
     * {@link Stage#mistake}; where that returns, the value is shown plainly.
     *
     * @throws IllegalArgumentException for a mistake, while the application is developed; the message says what to write
     *     instead
     */
    static LiveField of(Asked asked) {
        Stage stage = Stage.now();
        Object entity = asked.entity();
        if (entity == null) return plain("", stage, "The entity is null.");
        Optional<LiveEntity> live = CDI.current().select(LiveModel.class).get().of(entity.getClass());
        if (live.isEmpty())
            return mistaken(
                    asked, stage, NO_LIVE_ENTITY.formatted(entity.getClass().getName(), asked.named()));
        try {
            return of(asked, Paths.of(live.get(), entity, asked), stage);
        } catch (Mistake mistake) {
            return mistaken(asked, stage, mistake.sentence());
        } catch (NeedsTheView mistake) {
            stage.mistake(mistake.sentence());
            return plain(mistake.text(), stage, mistake.sentence());
        }
    }

    private static LiveField of(Asked asked, Paths paths, Stage stage) {
        if (!POLITENESS.contains(asked.announce())) stage.mistake(NO_POLITENESS.formatted(asked.announce()));
        Map<String, List<Update>> said = paths.says();
        LiveField shown = shows(said.values().stream().flatMap(List::stream).toList(), asked.safe());
        Map<String, String> groups = paths.groups(said);
        Map<String, String> attributes = new LinkedHashMap<>(Watching.attributes(groups));
        if (!groups.isEmpty()) {
            if (asked.safe()) attributes.put(MARKUP, "");
            if (!asked.announce().isEmpty()) attributes.put(ANNOUNCE, asked.announce());
        }
        attributes.putAll(explanation(stage, groups.isEmpty() ? NO_ID : "Live: " + String.join(" ", groups.keySet())));
        return new LiveField(attributes, shown.text, shown.markup, shown.classes, shown.values);
    }

    /** What an element looks like to which all of this was said. */
    private static LiveField shows(List<Update> updates, boolean markup) {
        String text = "";
        List<String> classes = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Update update : updates) {
            if (update instanceof UpdateValue value) text = PlainValue.text(value.value());
            else if (update instanceof ToggleClass toggle && toggle.present()) classes.add(toggle.name());
            else if (update instanceof UpdateAttribute attribute)
                Html.attributeValue(attribute.name(), attribute.value())
                        .ifPresent(value -> values.put(attribute.name(), value));
        }
        return new LiveField(Map.of(), text, markup, classes, values);
    }

    /**
     * The attributes of an element that shows this.
     *
     * @param own those that the page's author gives it, {@code class} among them; null and false stand for none
     * @return all of them, not escaped
     */
    Map<String, String> around(Map<String, ?> own) {
        Map<String, String> all = new LinkedHashMap<>();
        own.forEach((name, value) -> Html.attributeValue(name, value).ifPresent(text -> all.put(name, text)));
        if (!classes.isEmpty())
            all.merge("class", String.join(" ", classes), (declared, toggled) -> declared + " " + toggled);
        all.putAll(values);
        all.putAll(attributes);
        return all;
    }

    /**
     * An element that shows this, as it stands in a page.
     *
     * @throws IllegalArgumentException when its name, or that of an attribute, cannot be written, or when it cannot show
     *     the text
     */
    String element(String name, Map<String, ?> own) {
        Map<String, String> all = around(own);
        if (text.isEmpty() && Html.isVoid(name)) return Html.start(name, all);
        return markup ? Html.elementOfMarkup(name, all, text) : Html.element(name, all, text);
    }

    private static LiveField plain(String text, Stage stage, String reason) {
        return new LiveField(explanation(stage, "Not live: " + reason), text, false, List.of(), Map.of());
    }

    private static LiveField mistaken(Asked asked, Stage stage, String sentence) {
        stage.mistake(sentence);
        return plain(PlainValue.text(read(asked.entity(), asked.field())), stage, sentence);
    }

    /** For a person who points at the element, and for one who looks at the page's source. */
    private static Map<String, String> explanation(Stage stage, String sentence) {
        return stage == Stage.EXPLAINED ? Map.of("title", sentence, EXPLANATION, sentence) : Map.of();
    }

    /** Reads what is not live as an ordinary tag does; null where that fails. */
    private static @Nullable Object read(@Nullable Object entity, String field) {
        try {
            StandardELContext context = new StandardELContext(ELManager.getExpressionFactory());
            @Nullable Object value = entity;
            for (String step : field.split("\\.", -1))
                value = value == null ? null : context.getELResolver().getValue(context, value, step);
            return value;
        } catch (ELException unreadable) {
            return null;
        }
    }
}
