package org.updatable.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;
import org.updatable.change.RowChange;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;
import org.updatable.model.LiveProperty.Kind;

/** Writes down what a change source sees of one row. */
public final class RowObserver {
    private final LiveEntity entity;
    private final Object instance;
    private final RowChange change;

    RowObserver(LiveEntity entity, Object instance, RowChange change) {
        this.entity = entity;
        this.instance = instance;
        this.change = change;
    }

    /** The row was inserted. */
    public void created() {
        change.created();
        entity.propertiesOf(instance).forEach(this::holds);
    }

    /** The row was deleted. */
    public void deleted() {
        change.deleted();
    }

    /**
     * A property was updated.
     *
     * @param property a property that the instance has
     * @param oldValue the value before this flush, as it is {@linkplain LiveProperty#said said}
     */
    public void updated(LiveProperty property, @Nullable Object oldValue) {
        change.updated(property.name(), PlainValue.of(oldValue), PlainValue.of(property.valueOf(instance)));
        if (!property.comesBackFrom(instance)) change.isToBeRead(property.name());
    }

    /**
     * A property has, or may have, a new value, and nobody knows the old one. What is not loaded is not asked for: it is
     * read after the commit. So is what refers to the row, which is no change of the row itself.
     *
     * @param property a property that the instance has
     */
    public void changed(LiveProperty property) {
        holds(property);
        if (property.kind() == Kind.COLLECTION || (property.kind() == Kind.DERIVED && !entity.isGuarded()))
            change.isToBeRead(property.name()); // others may have written a part of what it is made of
    }

    private void holds(LiveProperty property) {
        if (property.kind() == Kind.INVERSE) {
            change.mayDifferWithIt(List.of(property.name()));
            return;
        }
        boolean isLoaded = entity.isLoaded(property, instance);
        change.set(property.name(), isLoaded ? PlainValue.of(property.valueOf(instance)) : null);
        if (!isLoaded || !property.comesBackFrom(instance)) change.isToBeRead(property.name());
    }

    /**
     * A property was written as it was. Where no version guards the row, that may be over what another transaction has
     * written meanwhile.
     *
     * @param property a property that the instance has
     */
    public void rewritten(LiveProperty property) {
        if (entity.isGuarded()) return;
        change.rewritten(property.name(), PlainValue.of(property.valueOf(instance)));
        if (!property.comesBackFrom(instance)) change.isToBeRead(property.name());
    }
}
