package org.updatable.taglib;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;
import org.updatable.message.Group;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.model.LiveProperty;

/**
 * What a page shows for one field of one entity, whichever technology writes the page.
 *
 * @param group the group's name, or empty while the entity is null or has no id: such a field is not live, and that
 *     is ordinary
 * @param text the value as a page shows it, not escaped
 */
record LiveField(Optional<String> group, String text) {

    /**
     * Reads a field.
     *
     * @throws IllegalArgumentException when the entity or the field is not live; the message says what to write instead
     */
    static LiveField of(@Nullable Object entity, String field) {
        if (entity == null) return new LiveField(Optional.empty(), "");
        LiveEntity live = CDI.current()
                .select(LiveModel.class)
                .get()
                .of(entity.getClass())
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not live. Write @Updatable on the entity, or use an ordinary tag."
                                .formatted(entity.getClass().getName())));
        LiveProperty property = live.properties().get(field);
        if (property == null)
            throw new IllegalArgumentException("%s has no live field \"%s\". Live are: %s."
                    .formatted(
                            live.javaType().getName(),
                            field,
                            String.join(", ", live.properties().keySet())));
        Optional<String> group = live.rowOf(entity).map(row -> new Group(row.namespace(), row.id(), field).name());
        return new LiveField(group, PlainValue.text(property.valueOf(entity)));
    }
}
