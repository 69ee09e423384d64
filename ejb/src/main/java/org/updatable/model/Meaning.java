package org.updatable.model;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;

/**
 * Reads plain values as what they were said of: numbers, dates, enums, and every type that reads its own text by a
 * static {@code valueOf(String)}, {@code of(String)}, {@code fromString(String)} or {@code parse(CharSequence)}, or by a
 * constructor that takes a String.
 */
public final class Meaning {
    private final UnaryOperator<Object> reader;

    private Meaning(UnaryOperator<Object> reader) {
        this.reader = reader;
    }

    /**
     * That of the values of a type.
     *
     * @param type any class
     * @return what reads them
     */
    public static Meaning of(Class<?> type) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        if (Date.class.isAssignableFrom(boxed) || Calendar.class.isAssignableFrom(boxed))
            return new Meaning(Meaning::date);
        if (boxed.isEnum()) return new Meaning(name -> constant(boxed, name));
        if (boxed == Character.class) return new Meaning(text -> text.toString().charAt(0));
        return factory(boxed)
                .map(factory -> new Meaning(plain -> read(factory, plain)))
                .orElseGet(() -> new Meaning(plain -> plain));
    }

    /**
     * What a plain value was said of.
     *
     * @param plain a plain value
     * @return the plain value itself where that cannot be read
     */
    public @Nullable Object of(@Nullable Object plain) {
        return plain == null || plain.equals("") ? plain : reader.apply(plain);
    }

    /** What has a date and a time is a moment, as JDBC takes it: in the server's own zone. */
    @SuppressWarnings("JavaUtilDate") // applications have them
    private static Object date(Object plain) {
        String text = plain.toString();
        try {
            if (text.contains("T"))
                return Date.from(
                        LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant());
            return text.contains("-") ? LocalDate.parse(text) : LocalTime.parse(text);
        } catch (DateTimeException unreadable) {
            return plain;
        }
    }

    private static Object constant(Class<?> type, Object name) {
        for (Object constant : type.getEnumConstants())
            if (((Enum<?>) constant).name().equals(name)) return constant;
        return name;
    }

    private static Optional<Executable> factory(Class<?> type) {
        if (type.isAssignableFrom(String.class)) return Optional.empty();
        for (String name : List.of("valueOf", "of", "fromString", "parse")) {
            Class<?> text = name.equals("parse") ? CharSequence.class : String.class;
            try {
                Method method = type.getMethod(name, text);
                if (Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType()))
                    return Optional.of(method);
            } catch (NoSuchMethodException another) {
                // the next one
            }
        }
        try {
            return Optional.of(type.getConstructor(String.class));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }

    /** What is said otherwise than the text was not meant by it. */
    private static Object read(Executable factory, Object plain) {
        Object[] argument = {plain.toString()};
        try {
            Object read = factory instanceof Method method
                    ? method.invoke(null, argument)
                    : ((Constructor<?>) factory).newInstance(argument);
            return PlainValue.text(read).equals(plain.toString()) ? read : plain;
        } catch (ReflectiveOperationException unreadable) {
            return plain;
        }
    }
}
