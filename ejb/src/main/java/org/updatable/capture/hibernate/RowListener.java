package org.updatable.capture.hibernate;

import java.util.Arrays;
import java.util.List;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PostUpsertEvent;
import org.hibernate.event.spi.PostUpsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.updatable.capture.RowObserver;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;

/** Hears of each insert, update and delete of a row, at the flush. */
final class RowListener
        implements PostInsertEventListener, PostUpdateEventListener, PostUpsertEventListener, PostDeleteEventListener {
    private static final long serialVersionUID = 1L;

    private final transient Observer observer;

    RowListener(Observer observer) {
        this.observer = observer;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        observer.saw(event.getEntity(), event.getSession(), (entity, row) -> row.created());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        observer.saw(event.getEntity(), event.getSession(), (entity, row) -> update(event, entity, row));
    }

    /** Only a stateless session does that. */
    @Override
    public void onPostUpsert(PostUpsertEvent event) {
        observer.saw(event.getEntity(), event.getSession(), (entity, row) -> entity.propertiesOf(event.getEntity())
                .forEach(row::changed));
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        observer.saw(event.getEntity(), event.getSession(), (entity, row) -> row.deleted());
        observer.deleted(event.getPersister(), event.getSession());
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private static void update(PostUpdateEvent event, LiveEntity entity, RowObserver row) {
        List<String> names = Arrays.asList(event.getPersister().getPropertyNames());
        for (LiveProperty property : entity.propertiesOf(event.getEntity())) {
            switch (property.kind()) {
                case DERIVED -> row.changed(property);
                case COLLECTION -> {
                    // its own listener hears of it
                }
                case ATTRIBUTE, REFERENCE ->
                    update(property, names.indexOf(property.attributes().get(0)), event, row);
                case INVERSE, DISTANT -> {
                    // changes with other rows
                }
            }
        }
    }

    /** Unless the entity says otherwise, all columns of a row are written. */
    private static boolean writesAll(EntityPersister persister, int index) {
        return !persister.getEntityMetamodel().isDynamicUpdate() && persister.getPropertyUpdateability()[index];
    }

    private static void update(LiveProperty property, int index, PostUpdateEvent event, RowObserver row) {
        int[] dirty = event.getDirtyProperties();
        if (event.getState()[index] == LazyPropertyInitializer.UNFETCHED_PROPERTY) return; // and so not written
        if (dirty != null && Arrays.stream(dirty).noneMatch(changed -> changed == index)) {
            if (writesAll(event.getPersister(), index)) row.rewritten(property);
            return;
        }
        Object[] before = event.getOldState();
        if (before == null || before[index] == LazyPropertyInitializer.UNFETCHED_PROPERTY) row.changed(property);
        else row.updated(property, property.saidWithin(before[index]));
    }
}
