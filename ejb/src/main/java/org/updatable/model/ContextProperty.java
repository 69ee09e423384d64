package org.updatable.model;

import java.lang.reflect.Method;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.updatable.format.Format;
import org.updatable.message.Group;

/**
 * A property that is another one for each user, or whatever else its context is: a method of the entity that takes it. Its
 * paths are {@code like.23}, {@code like.24}.
 */
public final class ContextProperty {
    private final String name;
    private final Method method;
    private final List<Saying> sayings;
    private final Notation notation = new ColumnNotation(Optional.empty(), Optional.empty());
    private final Meaning meaning;

    private ContextProperty(String name, Method method) {
        this.name = name;
        this.method = method;
        this.sayings = Saying.of(Accessor.of(method), name);
        this.meaning = Meaning.of(method.getReturnType());
        method.setAccessible(true);
    }

    /**
     * The property that a live method is.
     *
     * @throws IllegalStateException when its context cannot be read from a path
     */
    static ContextProperty of(String name, Method method) {
        Class<?> context = method.getParameterTypes()[0];
        if (method.getParameterCount() > 1 || !(context == Principal.class || Texts.isReadable(context)))
            throw new IllegalStateException(
                    "%s cannot be live. A live method takes nothing, or one context: a java.security.Principal, a text, a whole number, a UUID or an enum."
                            .formatted(method));
        return new ContextProperty(name, method);
    }

    /**
     * The property's name.
     *
     * @return as it stands in paths, before the dot
     */
    public String name() {
        return name;
    }

    /**
     * Whether the context is the user who asks.
     *
     * @return true when the method takes a {@link Principal}
     */
    public boolean isOfUser() {
        return method.getParameterTypes()[0] == Principal.class;
    }

    /**
     * The path for a context.
     *
     * @param context as a text
     * @return such as {@code like.23}
     */
    public String path(String context) {
        return Group.path(name, context);
    }

    /**
     * How the value is said.
     *
     * @return the sayings; each one's path stands before the dot
     */
    public List<Saying> sayings() {
        return sayings;
    }

    /**
     * Asks the entity.
     *
     * @param entity an instance that has the property
     * @param path the property's for a context
     * @return the value for that context
     * @throws IllegalArgumentException when the path's context is no such one
     * @throws RuntimeException what the method throws
     */
    public @Nullable Object valueOf(Object entity, String path) {
        return notation.said(Methods.call(method, entity, argument(Group.context(path))));
    }

    /**
     * What people read instead of the values, as they do of an enum with a resource bundle.
     *
     * @param wanted the reader's language
     * @return the labels in their nearest language, or empty when the values have none
     */
    public Optional<Format> labels(Locale wanted) {
        return Format.labels(method.getReturnType(), wanted);
    }

    /**
     * What a plain value was said of, so that a format can write it.
     *
     * @param plain a plain value
     * @return the plain value itself where that cannot be read
     */
    public @Nullable Object meant(@Nullable Object plain) {
        return meaning.of(plain);
    }

    /** Whether an instance has the property. */
    boolean isIn(Object entity) {
        return method.getDeclaringClass().isInstance(entity);
    }

    private Object argument(String context) {
        if (!isOfUser()) return Texts.read(method.getParameterTypes()[0], context);
        return (Principal) () -> context;
    }
}
