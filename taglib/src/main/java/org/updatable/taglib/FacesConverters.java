package org.updatable.taglib;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Instance.Handle;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.convert.Converter;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.updatable.format.Converters;

/** The application's Faces converters by the names of their classes, asked without a page. */
public final class FacesConverters implements Converters {
    /** Without Faces this object cannot be made, and then there are no such converters. */
    private final Class<?> converter = Converter.class;

    /** Made by the service loader. */
    public FacesConverters() {}

    @Override
    public Optional<UnaryOperator<@Nullable Object>> named(String name) {
        Class<?> type;
        try {
            ClassLoader application = Thread.currentThread().getContextClassLoader();
            type = Class.forName(name, false, application); // a client said it: nothing else than a converter is run
        } catch (ClassNotFoundException | LinkageError none) {
            return Optional.empty();
        }
        if (!converter.isAssignableFrom(type)) return Optional.empty();
        Instance<?> beans = CDI.current().select(type, Any.Literal.INSTANCE);
        return beans.isResolvable() ? Optional.of(value -> ofBean(beans, value)) : made(type);
    }

    /** The class that the application wrote: what CDI makes of it is a subclass, and has such a name. */
    static Class<?> typeOf(Converter<?> converter) {
        Class<?> type = converter.getClass();
        while (type.getName().contains("$$")) type = type.getSuperclass();
        return type;
    }

    private static Optional<UnaryOperator<@Nullable Object>> made(Class<?> type) {
        try {
            Converter<?> converter = (Converter<?>) type.getConstructor().newInstance();
            return Optional.of(value -> written(converter, value));
        } catch (NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException none) {
            return Optional.empty();
        }
    }

    /** A dependent one lives as long as it is needed. */
    private static String ofBean(Instance<?> beans, @Nullable Object value) {
        Handle<?> bean = beans.getHandle();
        try {
            return written((Converter<?>) bean.get(), value);
        } finally {
            if (bean.getBean().getScope() == Dependent.class) bean.destroy();
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // what needs no page is not given one
    private static String written(Converter<?> converter, @Nullable Object value) {
        String text = ((Converter<Object>) converter).getAsString(null, null, value);
        return text == null ? "" : text;
    }
}
