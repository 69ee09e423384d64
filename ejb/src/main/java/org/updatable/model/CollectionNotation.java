package org.updatable.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;

/** Of a collection or a map: its elements, one after the other. What has no order is sorted, so that it is always said alike. */
final class CollectionNotation implements Notation {
    private final Notation element;
    private final boolean inOrder;
    private final boolean isOrderKept;

    /**
     * @param inOrder whether the elements are said in the collection's order
     * @param isOrderKept whether the database keeps that order
     */
    CollectionNotation(Notation element, boolean inOrder, boolean isOrderKept) {
        this.element = element;
        this.inOrder = inOrder;
        this.isOrderKept = isOrderKept;
    }

    @Override
    public @Nullable Object said(@Nullable Object value) {
        if (value == null) return null;
        Stream<String> texts = value instanceof Map<?, ?> map
                ? map.entrySet().stream().map(entry -> PlainValue.text(entry.getKey()) + ": " + text(entry.getValue()))
                : ((Collection<?>) value).stream().map(this::text);
        return (inOrder ? texts : texts.sorted()).collect(Collectors.joining(PlainValue.SEPARATOR));
    }

    @Override
    public @Nullable Object inParts(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> parts = new TreeMap<>();
            map.forEach((key, one) -> parts.put(PlainValue.text(key), element.inParts(one)));
            return parts;
        }
        if (!(value instanceof Collection<?> elements)) return null;
        List<@Nullable Object> parts = new ArrayList<>();
        elements.forEach(one -> parts.add(element.inParts(one)));
        return inOrder ? parts : sorted(parts);
    }

    /** In an order of its own, so that it is always said alike. */
    static List<@Nullable Object> sorted(List<? extends @Nullable Object> parts) {
        List<@Nullable Object> sorted = new ArrayList<>(parts);
        sorted.sort(Comparator.comparing(CollectionNotation::key));
        return sorted;
    }

    /** Numbers by their value, then all else by its text. */
    private static String key(@Nullable Object part) {
        return part instanceof Long || part instanceof Integer
                ? "%020d".formatted(((Number) part).longValue())
                : PlainValue.text(part);
    }

    @Override
    public boolean comesBackAs(@Nullable Object value) {
        if (value == null) return true;
        Collection<?> elements = value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value;
        boolean isOrderSure = !inOrder || isOrderKept || elements.size() < 2;
        return isOrderSure && elements.stream().allMatch(element::comesBackAs);
    }

    private String text(@Nullable Object one) {
        return PlainValue.text(element.said(one));
    }
}
