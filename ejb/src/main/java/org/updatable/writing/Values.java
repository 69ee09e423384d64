package org.updatable.writing;

import jakarta.persistence.EntityManager;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.Visible;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;
import org.updatable.model.LiveProperty.Kind;
import org.updatable.model.Meaning;

/** What a client wants to write into a row of an entity. */
record Values(LiveEntity entity, Visible visible, EntityManager manager) {
    private static final Set<String> NAMES_OF_THE_KEY = Set.of("pk", "id");

    /** Thrown for what cannot be written. */
    static final class Impossible extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Impossible(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** The id of a new row; null where the database makes one. */
    @Nullable
    Object id(Map<String, @Nullable Object> data) throws Impossible {
        if (entity.isIdGenerated()) return null;
        Map.Entry<String, Class<?>> id =
                entity.simpleId().orElseThrow(() -> new Impossible("A key of several values cannot be written."));
        Object plain = data.get(id.getKey());
        for (String name : NAMES_OF_THE_KEY) if (plain == null) plain = data.get(name);
        if (plain == null) throw new Impossible("This field is required.");
        return read(id.getValue(), plain);
    }

    /** What stands in an object belongs to an embeddable: {@code place.city}. */
    Map<String, @Nullable Object> flat(Map<String, @Nullable Object> data) {
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        data.forEach((name, value) -> flatten(name, value, flat));
        return flat;
    }

    private void flatten(String name, @Nullable Object value, Map<String, @Nullable Object> flat) {
        boolean isAround = entity.properties().keySet().stream().anyMatch(known -> known.startsWith(name + "."));
        if (isAround && value instanceof Map<?, ?> parts)
            parts.forEach((part, one) -> flatten(name + "." + part, one, flat));
        else flat.put(name, value);
    }

    /** The property with a name; null for one that is told, and not written: it does no harm to send it back. */
    @Nullable
    LiveProperty property(String name, Object row) throws Impossible {
        LiveProperty property = entity.writeOnly().get(name);
        if (property == null && !visible.hides(name))
            property = entity.properties().get(name);
        if (property == null) {
            boolean isTold = NAMES_OF_THE_KEY.contains(name)
                    || entity.version().filter(name::equals).isPresent()
                    || entity.simpleId().filter(id -> id.getKey().equals(name)).isPresent();
            if (isTold) return null;
            throw new Impossible("This field is unknown.");
        }
        LiveProperty own = property.in(row).orElseThrow(() -> new Impossible("This row has no such field."));
        return own.isWritable() ? own : null;
    }

    /** A plain value as the property has it. */
    @Nullable
    Object of(LiveProperty property, @Nullable Object plain) throws Impossible {
        if (property.kind() == Kind.COLLECTION) {
            if (!(plain instanceof List<?> list)) throw new Impossible("A list is expected.");
            List<Object> elements = new ArrayList<>();
            for (Object element : list) elements.add(one(property, element));
            return elements;
        }
        if (plain != null) return one(property, plain);
        if (property.type().isPrimitive()) throw new Impossible("This field may not be null.");
        return null;
    }

    private Object one(LiveProperty property, @Nullable Object plain) throws Impossible {
        if (plain == null) throw new Impossible("An element may not be null.");
        return isEntity(property.type()) ? reference(property.type(), plain) : read(property.type(), plain);
    }

    private boolean isEntity(Class<?> type) {
        return manager.getMetamodel().getEntities().stream().anyMatch(known -> known.getJavaType() == type);
    }

    private Object reference(Class<?> type, Object plain) throws Impossible {
        Object id = read(manager.getMetamodel().entity(type).getIdType().getJavaType(), plain);
        Object target = manager.find(type, id);
        if (target == null) throw new Impossible("Invalid pk \"%s\" - object does not exist.".formatted(plain));
        return target;
    }

    private static Object read(Class<?> type, Object plain) throws Impossible {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        Object value = Meaning.of(boxed).of(plain);
        if (!boxed.isInstance(value))
            throw new Impossible("A value of type " + boxed.getSimpleName() + " is expected.");
        return value;
    }
}
