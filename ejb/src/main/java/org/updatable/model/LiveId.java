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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;

/**
 * How the ids of one entity are written as text, and read back. An id of one value is its text; one of several values
 * (an embedded id, or an id class) is their texts in the alphabetical order of their names, separated by commas.
 */
public final class LiveId {
    private final List<Part> parts;

    /**
     * One value of an id.
     *
     * @param path the names that lead from the entity to the value
     * @param type the value's class
     * @param member reads the value from an id; null when the id is the value
     */
    private record Part(
            List<String> path, Class<?> type, @Nullable Accessor member) {

        boolean isReadable() {
            return Texts.isReadable(type);
        }
    }

    private LiveId(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * The ids of a live entity.
     *
     * @throws IllegalStateException when they cannot be written
     */
    static LiveId of(EntityType<?> entity) {
        LiveId id = new LiveId(parts(entity));
        id.parts.stream().filter(part -> !part.isReadable()).findFirst().ifPresent(odd -> {
            throw new IllegalStateException(
                    "%s cannot be live: its id holds a %s. Ids are text, whole numbers, UUIDs and enums."
                            .formatted(
                                    entity.getJavaType().getName(), odd.type().getName()));
        });
        return id;
    }

    /** The ids of any entity, or empty when they cannot be written. */
    static Optional<LiveId> find(EntityType<?> entity) {
        LiveId id = new LiveId(parts(entity));
        return id.parts.stream().allMatch(Part::isReadable) ? Optional.of(id) : Optional.empty();
    }

    private static List<Part> parts(EntityType<?> entity) {
        List<? extends SingularAttribute<?, ?>> ids = entity.getSingularAttributes().stream()
                .filter(SingularAttribute::isId)
                .toList();
        if (ids.size() > 1) return parts(List.of(), ids.stream(), idClass(entity));
        SingularAttribute<?, ?> only = ids.get(0);
        if (only.getType() instanceof EmbeddableType<?> embedded)
            return parts(List.of(only.getName()), embedded.getSingularAttributes().stream(), embedded.getJavaType());
        return List.of(new Part(List.of(only.getName()), only.getJavaType(), null));
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
                values.add(Texts.read(parts.get(i).type(), one));
            }
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
        return Optional.of(values);
    }

    /**
     * Whether the id that JPA knows is the value that {@link #values} reads.
     *
     * @return false where it is an object with parts
     */
    public boolean isOneValue() {
        return parts.size() == 1 && parts.get(0).member() == null;
    }

    /**
     * How an id is said as a value.
     *
     * @param text the text of an id
     * @return a plain value: a number where the id is one, else the text
     */
    public Object plain(String text) {
        if (parts.size() > 1) return text;
        return values(text).map(values -> PlainValue.of(values.get(0))).orElse(text);
    }

    /** How an id object, as JPA hands it out, is said as a value: alone as it is, together as their text. */
    Object valueOf(Object id) {
        return isOneValue() ? id : textOf(id);
    }

    /** The text of an id object, as JPA hands it out. */
    String textOf(Object id) {
        return text(parts.stream()
                .map(part -> part.member() == null
                        ? id
                        : String.valueOf(part.member().valueOf(id)))
                .toList());
    }

    private static List<Part> parts(
            List<String> before, Stream<? extends SingularAttribute<?, ?>> attributes, Class<?> idType) {
        return attributes
                .sorted(Comparator.comparing(SingularAttribute::getName))
                .map(attribute -> part(before, attribute, Accessor.of(idType, attribute.getName())))
                .toList();
    }

    /** Where an entity is identified by another one, its id holds the id of that. */
    private static Part part(List<String> before, SingularAttribute<?, ?> attribute, Accessor member) {
        List<String> path =
                Stream.concat(before.stream(), Stream.of(attribute.getName())).toList();
        if (!(attribute.getType() instanceof EntityType<?> other))
            return new Part(path, attribute.getJavaType(), member);
        Part id = parts(other).get(0);
        return new Part(Stream.concat(path.stream(), id.path().stream()).toList(), member.type(), member);
    }

    private static Class<?> idClass(EntityType<?> entity) {
        for (Class<?> type = entity.getJavaType(); type != null; type = type.getSuperclass()) {
            IdClass declared = type.getDeclaredAnnotation(IdClass.class);
            if (declared != null) return declared.value();
        }
        throw new IllegalStateException(entity.getJavaType().getName() + " has several ids and no @IdClass.");
    }
}
