package org.updatable.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updatable.message.Update;
import org.updatable.message.UpdateAttribute;
import org.updatable.message.UpdateValue;

/**
 * How a property's value is said: as null, a String, a Boolean, an Integer or a Long. A page is rendered from the same
 * plain value that is pushed later, so both look alike.
 */
public final class PlainValue {
    /** Stands between the elements of a collection. */
    public static final String SEPARATOR = ", ";

    /** The largest integer that a browser's number holds exactly, 2^53 - 1. */
    private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

    /** Of what is in one another. */
    private static final int DEEPEST = 50;

    private PlainValue() {}

    /**
     * Says a value.
     *
     * <p>Decimals, and integers that a browser's number cannot hold, become text: a browser would write them otherwise
     * than Java does. Enums are their names, everything else is its {@code toString()}.
     *
     * @param value a property's value
     * @return the plain value
     */
    public static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Integer)
            return value;
        if (value instanceof Short || value instanceof Byte) return ((Number) value).intValue();
        if (value instanceof Long number)
            return Math.abs(number) <= MAX_SAFE_INTEGER && number != Long.MIN_VALUE
                    ? (Object) number
                    : number.toString();
        if (value instanceof BigDecimal number) return number.toPlainString();
        if (value instanceof Double || value instanceof Float) return decimal(value.toString());
        if (value instanceof Enum<?> constant) return constant.name();
        return value.toString();
    }

    /**
     * Says a value, and what is in it: maps and lists stay what they are, and floating-point numbers are numbers.
     *
     * @param value any value
     * @return a plain value, a number, a list of such, or a map of such by names
     * @throws IllegalArgumentException when it is nested too deeply, as what is in itself
     */
    public static @Nullable Object inParts(@Nullable Object value) {
        return inParts(value, 0);
    }

    private static @Nullable Object inParts(@Nullable Object value, int depth) {
        if (depth > DEEPEST) throw new IllegalArgumentException("This is nested too deeply.");
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((name, part) -> plain.put(String.valueOf(name), inParts(part, depth + 1)));
            return plain;
        }
        if (value instanceof Object[] array) return inParts(Arrays.asList(array), depth);
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> plain = new ArrayList<>();
            list.forEach(part -> plain.add(inParts(part, depth + 1)));
            return plain;
        }
        // Of a field, a page shows what Java writes; in an object a number stays one.
        if (value instanceof Double number && Double.isFinite(number)) return new BigDecimal(number.toString());
        if (value instanceof Float number && Float.isFinite(number)) return new BigDecimal(number.toString());
        return of(value);
    }

    /**
     * An update, with its value said.
     *
     * @param update an update with any value
     * @return the same with a plain value
     */
    public static Update in(Update update) {
        if (update instanceof UpdateValue value) return new UpdateValue(value.group(), of(value.value()), value.html());
        if (update instanceof UpdateAttribute attribute)
            return new UpdateAttribute(attribute.group(), attribute.name(), of(attribute.value()));
        return update;
    }

    /**
     * Writes a value as a page shows it.
     *
     * @param value a property's value
     * @return its text, empty for null
     */
    public static String text(@Nullable Object value) {
        Object plain = of(value);
        return plain == null ? "" : plain.toString();
    }

    private static String decimal(String number) {
        return Character.isLetter(number.charAt(number.length() - 1)) // NaN, Infinity
                ? number
                : new BigDecimal(number).toPlainString();
    }
}
