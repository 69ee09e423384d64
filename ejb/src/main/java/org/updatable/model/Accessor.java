package org.updatable.model;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one attribute of a class: through its getter where there is one, so that lazy loading and proxies work, else
 * from its field.
 */
final class Accessor {
    private final @Nullable Method getter;
    private final @Nullable Field field;
    private final @Nullable Method setter;

    private Accessor(@Nullable Method getter, @Nullable Field field, @Nullable Method setter) {
        this.getter = getter;
        this.field = field;
        this.setter = setter;
    }

    static Accessor of(Class<?> type, String name) {
        Accessor accessor = new Accessor(getter(type, name), field(type, name), setter(type, name));
        if (accessor.getter == null && accessor.field == null)
            throw new IllegalStateException(type.getName() + " has neither a getter nor a field " + name + ".");
        accessor.places().forEach(place -> ((AccessibleObject) place).setAccessible(true));
        return accessor;
    }

    /** One that is only asked for the annotations of a method. */
    static Accessor of(Method method) {
        return new Accessor(method, null, null);
    }

    /** An annotation of the getter or of the field. */
    <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return annotations(type).findFirst();
    }

    /** All annotations of a type that may stand several times. */
    <A extends Annotation> Stream<A> annotations(Class<A> type) {
        return places().flatMap(place -> Arrays.stream(((AccessibleObject) place).getAnnotationsByType(type)));
    }

    /** The declared class of the attribute. */
    Class<?> type() {
        return getter != null
                ? getter.getReturnType()
                : Objects.requireNonNull(field).getType();
    }

    @Nullable
    Object valueOf(Object instance) {
        try {
            if (getter != null) return Methods.call(getter, instance);
            return field == null ? null : field.get(instance);
        } catch (IllegalAccessException opened) {
            throw new IllegalStateException(opened);
        }
    }

    /** Whether it can be written: a provider sees what a setter does, and not what is written into a field. */
    boolean isWritable() {
        return setter != null;
    }

    /**
     * Writes the attribute.
     *
     * @throws RuntimeException what the setter throws
     */
    void set(Object instance, @Nullable Object value) {
        Methods.call(Objects.requireNonNull(setter), instance, value);
    }

    /** A new value for it, of a class that is made without anything. */
    Object make() {
        return make(type());
    }

    static Object make(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException notMade) {
            throw new IllegalStateException(type.getName() + " cannot be made.", notMade);
        }
    }

    /** Writes the attribute of what no provider knows yet. */
    void write(Object instance, Object value) {
        if (setter != null) {
            set(instance, value);
            return;
        }
        try {
            Objects.requireNonNull(field).set(instance, value);
        } catch (IllegalAccessException opened) {
            throw new IllegalStateException(opened);
        }
    }

    private Stream<Member> places() {
        return Stream.<@Nullable Member>of(getter, field).filter(place -> place != null);
    }

    private static @Nullable Method getter(Class<?> type, String name) {
        try {
            return Arrays.stream(Introspector.getBeanInfo(type).getPropertyDescriptors())
                    .filter(property -> property.getName().equals(name))
                    .map(PropertyDescriptor::getReadMethod)
                    .filter(method -> method != null)
                    .findFirst()
                    .orElse(null);
        } catch (IntrospectionException none) {
            return null;
        }
    }

    private static @Nullable Method setter(Class<?> type, String name) {
        String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (Class<?> above = type; above != null; above = above.getSuperclass())
            for (Method method : above.getDeclaredMethods())
                if (method.getName().equals(setter) && method.getParameterCount() == 1 && !method.isBridge()) {
                    method.setAccessible(true);
                    return method;
                }
        return null;
    }

    private static @Nullable Field field(Class<?> type, String name) {
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            Optional<Field> declared = Arrays.stream(above.getDeclaredFields())
                    .filter(field -> field.getName().equals(name))
                    .findFirst();
            if (declared.isPresent()) return declared.get();
        }
        return null;
    }
}
