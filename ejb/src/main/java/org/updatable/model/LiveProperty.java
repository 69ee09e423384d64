package org.updatable.model;

import jakarta.persistence.metamodel.Attribute;
import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.UpdatesExcluded;

/** One property that is live. */
public final class LiveProperty {
    private final String name;
    private final Member reader;

    private LiveProperty(String name, Member reader) {
        this.name = name;
        this.reader = reader;
    }

    /** The property behind an attribute, or empty when it is excluded. */
    static Optional<LiveProperty> of(Attribute<?, ?> attribute) {
        Member member = attribute.getJavaMember();
        Optional<Method> getter = getter(attribute);
        boolean excluded = Stream.concat(Stream.concat(Stream.of(member), field(attribute).stream()), getter.stream())
                .anyMatch(place -> ((AccessibleObject) place).isAnnotationPresent(UpdatesExcluded.class));
        if (excluded) return Optional.empty();
        Member reader = getter.isPresent() ? getter.get() : member;
        ((AccessibleObject) reader).setAccessible(true);
        return Optional.of(new LiveProperty(attribute.getName(), reader));
    }

    /**
     * The property's name.
     *
     * @return as in a group's path
     */
    public String name() {
        return name;
    }

    /**
     * Reads the property from an entity, through its getter where there is one, so that lazy loading works.
     *
     * @param entity an instance of the property's entity
     * @return the value
     */
    public @Nullable Object valueOf(Object entity) {
        try {
            return reader instanceof Method getter ? getter.invoke(entity) : ((Field) reader).get(entity);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException("The getter of " + name + " failed.", thrown.getCause());
        } catch (IllegalAccessException opened) {
            throw new IllegalStateException(opened);
        }
    }

    private static Optional<Method> getter(Attribute<?, ?> attribute) {
        try {
            BeanInfo bean =
                    Introspector.getBeanInfo(attribute.getDeclaringType().getJavaType());
            return Arrays.stream(bean.getPropertyDescriptors())
                    .filter(property -> property.getName().equals(attribute.getName()))
                    .map(PropertyDescriptor::getReadMethod)
                    .filter(method -> method != null)
                    .findFirst();
        } catch (IntrospectionException none) {
            return Optional.empty();
        }
    }

    private static Optional<Field> field(Attribute<?, ?> attribute) {
        try {
            return Optional.of(attribute.getDeclaringType().getJavaType().getDeclaredField(attribute.getName()));
        } catch (NoSuchFieldException none) {
            return Optional.empty();
        }
    }
}
