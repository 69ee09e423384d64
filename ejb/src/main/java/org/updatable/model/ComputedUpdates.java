package org.updatable.model;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import org.updatable.UpdatesWith;
import org.updatable.message.Update;

/** A method of an entity that says what a change of one of its properties means. */
public final class ComputedUpdates {
    private final String property;
    private final Method method;

    private ComputedUpdates(String property, Method method) {
        this.property = property;
        this.method = method;
        method.setAccessible(true);
    }

    /**
     * What a method with {@link UpdatesWith} says.
     *
     * @throws IllegalStateException when it takes something, or answers something else than updates
     */
    static ComputedUpdates of(Method method) {
        Class<?> answer = method.getReturnType();
        if (method.getParameterCount() > 0
                || !(Update.class.isAssignableFrom(answer) || Collection.class.isAssignableFrom(answer)))
            throw new IllegalStateException(
                    "%s cannot say updates. A method with @UpdatesWith takes nothing, and answers an org.updatable.message.Update or a collection of them."
                            .formatted(method));
        return new ComputedUpdates(method.getAnnotation(UpdatesWith.class).value(), method);
    }

    /**
     * Whose changes it says.
     *
     * @return the name of a property
     */
    public String property() {
        return property;
    }

    /**
     * Asks the entity.
     *
     * @param entity an instance
     * @return the updates, with paths of the entity in place of groups; empty when the instance has no such method
     * @throws RuntimeException what the method throws, or when it answers something else than updates
     */
    public List<Update> of(Object entity) {
        if (!method.getDeclaringClass().isInstance(entity)) return List.of();
        Object answer = Methods.call(method, entity);
        if (answer == null) return List.of();
        if (answer instanceof Update one) return List.of(one);
        return ((Collection<?>) answer).stream().map(Update.class::cast).toList();
    }
}
