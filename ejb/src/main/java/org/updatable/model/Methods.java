package org.updatable.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls methods of the application. */
final class Methods {
    private Methods() {}

    /**
     * Calls one.
     *
     * @throws IllegalStateException when it throws, with what it threw as the cause
     */
    static @Nullable Object call(Method method, Object on, @Nullable Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(method + " failed.", thrown.getCause());
        } catch (IllegalAccessException opened) {
            throw new IllegalStateException(opened);
        }
    }
}
