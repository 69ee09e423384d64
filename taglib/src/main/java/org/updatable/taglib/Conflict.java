package org.updatable.taglib;

import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.updatable.change.Row;
import org.updatable.message.Group;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.model.LiveProperty;

/**
 * What a form says of the row that it edits: which version its user has seen, and, as soon as there is a newer one, who has
 * changed it, and what can be done. All of it is there from the start; the script shows what is so.
 */
final class Conflict {
    private static final String NO_VERSION =
            "%s has no version that a form could keep. Write @Updatable on it, and @Version on a whole number.";
    private static final String NAME = "{0}";

    /** What a page may say otherwise. */
    static final List<String> TEXTS = List.of("changed", "changedBy", "take", "keep", "removed");

    private final Object entity;
    private final Row row;
    private final LiveProperty version;

    private Conflict(Object entity, Row row, LiveProperty version) {
        this.entity = entity;
        this.row = row;
        this.version = version;
    }

    /**
     * That of an entity. One that has no version is a mistake: see {@link Stage#mistake}.
     *
     * @return empty for null, for a new entity, and after a mistake
     */
    static Optional<Conflict> of(@Nullable Object entity) {
        if (entity == null) return Optional.empty();
        Optional<LiveEntity> live = CDI.current().select(LiveModel.class).get().of(entity.getClass());
        Optional<LiveProperty> version = live.flatMap(LiveEntity::shownVersion);
        if (version.isEmpty()) {
            Stage.now().mistake(NO_VERSION.formatted(entity.getClass().getName()));
            return Optional.empty();
        }
        return live.get().rowOf(entity).map(row -> new Conflict(entity, row, version.get()));
    }

    /** Of the form's parameter, where the page does not say one: that of the version. */
    String name() {
        return version.name();
    }

    /**
     * The element, which screen readers follow.
     *
     * @param name of the form's parameter
     * @param seen the version that was sent with the form; null for that of the entity
     * @param own the page's texts
     * @param attributes of the element
     */
    String markup(
            String name, @Nullable String seen, Locale locale, Map<String, String> own, Map<String, ?> attributes) {
        Wording wording = new Wording(Conflict.class, locale, own);
        LiveField shown = LiveField.of(new Asked(entity, version.name(), "", locale, false));
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("type", "hidden");
        input.put("name", name);
        input.put("value", seen == null ? shown.text() : seen);
        input.put("autocomplete", "off"); // a browser may restore what the user has typed, and not what she has seen
        input.put("data-update-version", shown.text());
        input.putAll(shown.attributes());

        Map<String, Object> box = new LinkedHashMap<>(attributes);
        box.put("role", "status");
        box.put("data-update-conflict", "");
        String actor = new Group(row.namespace(), row.id(), Group.ACTOR, "").name();
        return Html.start("div", box)
                + Html.start("input", input)
                + part("changed", Html.text(wording.text("changed")))
                + part(
                        "changedBy",
                        around(wording.text("changedBy"), Html.element("b", Watching.attributes(actor), "")))
                + part("theirs", "")
                + part("choice", button("take", wording) + " " + button("keep", wording))
                + part("removed", Html.text(wording.text("removed")))
                + "</div>";
    }

    private static String around(String text, String name) {
        int at = text.indexOf(NAME);
        return at < 0
                ? Html.text(text)
                : Html.text(text.substring(0, at)) + name + Html.text(text.substring(at + NAME.length()));
    }

    private static String button(String choice, Wording wording) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", "button");
        attributes.put("data-update-choice", choice);
        return Html.element("button", attributes, wording.text(choice));
    }

    private static String part(String name, String markup) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("data-update-part", name);
        attributes.put("hidden", "hidden");
        return Html.start("div", attributes) + markup + "</div>";
    }
}
