package org.updatable.model;

import jakarta.persistence.IdClass;
import jakarta.persistence.metamodel.EmbeddableType;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the ids of one entity are written as text, and read back. An id of one value is its text; one of several values
 * (an embedded id, or an id class) is their texts in the alphabetical order of their names, separated by commas.
 */
public final class LiveId {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(long.class, Long::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(int.class, Integer::valueOf),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(short.class, Short::valueOf),
            Map.entry(UUID.class, UUID::fromString));

    private final List<Part> parts;

    /**
     * One value of an id.
     *
     * @param path the names that lead from the entity to the value
     * @param type the value's class
     * @param member reads the value from an id; null when the id is the value
     */
    private record Part(
            List<String> path, Class<?> type, @Nullable Accessor member) {}

    private LiveId(List<Part> parts) {
        this.parts = parts;
    }

    static LiveId of(EntityType<?> entity) {
        List<Part> parts;
        List<? extends SingularAttribute<?, ?>> ids = entity.getSingularAttributes().stream()
                .filter(SingularAttribute::isId)
                .toList();
        if (ids.size() > 1) parts = parts(List.of(), ids.stream(), idClass(entity));
        else if (ids.get(0).getType() instanceof EmbeddableType<?> embedded)
            parts = parts(
                    List.of(ids.get(0).getName()), embedded.getSingularAttributes().stream(), embedded.getJavaType());
        else parts = List.of(new Part(List.of(ids.get(0).getName()), ids.get(0).getJavaType(), null));
        for (Part part : parts)
            if (!READERS.containsKey(part.type()) && !part.type().isEnum())
                throw new IllegalStateException(
                        "%s cannot be live: its id holds a %s. Ids are text, whole numbers, UUIDs and enums."
                                .formatted(
                                        entity.getJavaType().getName(),
                                        part.type().getName()));
        return new LiveId(parts);
    }

    /**
     * Where the values of an id are found.
     *
     * @return for each value, the names that lead from the entity to it
     */
    public List<List<String>> paths() {
        return parts.stream().map(Part::path).toList();
    }

    /**
     * Writes the values of an id.
     *
     * @param values one for each of the {@link #paths()}
     * @return the text
     */
    public String text(List<?> values) {
        if (values.size() == 1) return values.get(0).toString();
        return values.stream()
                .map(value -> URLEncoder.encode(value.toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
    }

    /**
     * Reads a text.
     *
     * @param text what {@link #text} wrote
     * @return one value for each of the {@link #paths()}, or empty when it is not the text of an id
     */
    public Optional<List<Object>> values(String text) {
        String[] texts = parts.size() == 1 ? new String[] {text} : text.split(",", -1);
        if (texts.length != parts.size()) return Optional.empty();
        List<Object> values = new ArrayList<>();
        try {
            for (int i = 0; i < texts.length; i++) {
                String one = parts.size() == 1 ? texts[i] : URLDecoder.decode(texts[i], StandardCharsets.UTF_8);
                values.add(read(parts.get(i).type(), one));
            }
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
        return Optional.of(values);
    }

    /** The text of an id object, as JPA hands it out. */
    String textOf(Object id) {
        return text(parts.stream()
                .map(part -> part.member() == null
                        ? id
                        : String.valueOf(part.member().valueOf(id)))
                .toList());
    }

    private static Object read(Class<?> type, String text) {
        Function<String, Object> reader = READERS.get(type);
        if (reader != null) return reader.apply(text);
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static List<Part> parts(
            List<String> before, Stream<? extends SingularAttribute<?, ?>> attributes, Class<?> idType) {
        return attributes
                .sorted(Comparator.comparing(SingularAttribute::getName))
                .map(attribute -> new Part(
                        Stream.concat(before.stream(), Stream.of(attribute.getName()))
                                .toList(),
                        attribute.getJavaType(),
                        Accessor.of(idType, attribute.getName())))
                .toList();
    }

    private static Class<?> idClass(EntityType<?> entity) {
        for (Class<?> type = entity.getJavaType(); type != null; type = type.getSuperclass()) {
            IdClass declared = type.getDeclaredAnnotation(IdClass.class);
            if (declared != null) return declared.value();
        }
        throw new IllegalStateException(entity.getJavaType().getName() + " has several ids and no @IdClass.");
    }
}
