package org.updatable.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.updatable.Updates;
import org.updatable.change.PlainValue;
import org.updatable.change.Row;
import org.updatable.message.Group;
import org.updatable.message.Update;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;

/** What the application says itself, beside what its entities say. */
@ApplicationScoped
public class SentUpdates implements Updates {
    @Inject
    Capture capture;

    @Inject
    LiveModel model;

    /** Made by the container. */
    public SentUpdates() {}

    @Override
    public void send(Update... updates) {
        capture.send(Stream.of(updates).map(PlainValue::in).toList());
    }

    @Override
    public void touch(Class<?> entity, Object... ids) {
        LiveEntity live = model.of(entity)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s is not live: write @Updatable on it.".formatted(entity.getName())));
        List<Row> rows = Stream.of(ids).map(live::row).toList();
        capture.touch(changes -> {
            if (rows.isEmpty()) changes.touched(live.namespace());
            else rows.forEach(changes::touched);
        });
    }

    @Override
    public String group(Object entity, String property, Object context) {
        return group(entity, Group.path(property, context.toString()));
    }

    @Override
    public String group(Object entity, String path) {
        Row row = model.of(entity.getClass())
                .flatMap(live -> live.rowOf(entity))
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no group: it is not live, or it has no id yet.".formatted(entity)));
        return new Group(row.namespace(), row.id(), path, "").name();
    }
}
