package org.updatable.capture.hibernate;

import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionRemoveEvent;
import org.hibernate.event.spi.PostCollectionRemoveEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.updatable.capture.RowObserver;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;
import org.updatable.model.LiveProperty.Kind;

/** Hears of each change of a collection, at the flush; an update of its row does not tell. */
final class CollectionListener
        implements PostCollectionRecreateEventListener,
                PostCollectionUpdateEventListener,
                PostCollectionRemoveEventListener {
    private static final long serialVersionUID = 1L;

    private final transient Observer observer;

    CollectionListener(Observer observer) {
        this.observer = observer;
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        saw(event);
    }

    @Override
    public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
        saw(event);
    }

    @Override
    public void onPostRemoveCollection(PostCollectionRemoveEvent event) {
        saw(event);
    }

    private void saw(AbstractCollectionEvent event) {
        Object owner = event.getAffectedOwnerOrNull();
        if (owner == null) observer.touched(() -> typeOfOwner(event), event.getSession());
        else observer.saw(owner, event.getSession(), (entity, row) -> changed(event, owner, entity, row));
    }

    /** Where a collection does not refer to the id of its owner, Hibernate may not find it. */
    private static Class<?> typeOfOwner(AbstractCollectionEvent event) {
        return event.getSession()
                .getFactory()
                .getRuntimeMetamodels()
                .getMappingMetamodel()
                .getEntityDescriptor(event.getAffectedOwnerEntityName())
                .getMappedClass();
    }

    private static void changed(AbstractCollectionEvent event, Object owner, LiveEntity entity, RowObserver row) {
        String role = event.getCollection().getRole(); // the name of the class that has it, a dot, and its own
        for (LiveProperty property : entity.propertiesOf(owner)) {
            if (property.kind() == Kind.COLLECTION && role != null && role.endsWith('.' + property.name()))
                row.changed(property);
        }
    }
}
