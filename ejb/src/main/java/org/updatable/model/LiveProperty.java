package org.updatable.model;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;
import org.updatable.format.Format;

/**
 * One property that is live: an attribute, a part of an embeddable ({@code delivery.status}), a reference (said by the
 * id of what it refers to), a collection (its elements said one after the other), what other rows refer to this one, a getter
 * whose value is derived from others, or what a reference leads to ({@code author.name}).
 */
public final class LiveProperty {
    private final String name;
    private final Class<?> owner;
    private final List<Accessor> steps;
    private final Kind kind;
    private final List<String> column;
    private final Notation notation;
    private final Class<?> type;
    private final Meaning meaning;
    private Optional<Set<String>> needs;
    private List<LiveProperty> sources = List.of();
    private @Nullable LiveProperty sibling;
    private final List<Saying> sayings;
    private boolean computed;
    private @Nullable Association association;
    private @Nullable LiveProperty shown;

    /** Where a property's value comes from. */
    public enum Kind {
        /** A column, or several. */
        ATTRIBUTE,
        /** A foreign key. */
        REFERENCE,
        /** A table of its own, for a collection. */
        COLLECTION,
        /** What refers to the row: it changes with other rows, and never with this one. */
        INVERSE,
        /** A getter. */
        DERIVED,
        /** A property of the row that a reference leads to. It changes with the reference, and with that row. */
        DISTANT
    }

    /**
     * @param steps lead from an entity to the value
     * @param column the names that lead from the entity to what a query selects; empty when no one query can
     * @param type the Java type of the value, or of each element of a collection
     * @param sayings how it is said
     */
    LiveProperty(
            String name,
            Class<?> owner,
            List<Accessor> steps,
            Kind kind,
            List<String> column,
            Notation notation,
            Class<?> type,
            List<Saying> sayings) {
        this.name = name;
        this.owner = owner;
        this.steps = steps;
        this.kind = kind;
        this.column = column;
        this.notation = notation;
        this.type = type;
        this.meaning = Meaning.of(type);
        this.sayings = sayings;
        this.needs = Optional.of(Set.of(attributes().get(0)));
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
     * The class that has the property.
     *
     * @return the root entity class, one below it, or a mapped superclass
     */
    public Class<?> owner() {
        return owner;
    }

    /**
     * Where the value comes from.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * What a reference or a collection leads to.
     *
     * @return empty for what holds no entities
     */
    Optional<Association> association() {
        return Optional.ofNullable(association);
    }

    /** It leads to other rows. */
    LiveProperty leadingTo(Association other) {
        association = other;
        return this;
    }

    /** That of the rows to which a reference leads, of what is {@link Kind#DISTANT}. */
    Optional<LiveProperty> shown() {
        return Optional.ofNullable(shown);
    }

    /**
     * What a reference leads to.
     *
     * @param target a property of the entity that this one refers to
     * @return the property of this entity that shows it
     */
    LiveProperty leadingTo(LiveProperty target) {
        boolean isColumn = !column.isEmpty()
                && !target.column.isEmpty()
                && !target.isList()
                && target.owner.isAssignableFrom(association().orElseThrow().target());
        List<String> selected = isColumn
                ? Stream.concat(Stream.of(column.get(0)), target.column.stream())
                        .toList()
                : List.of();
        LiveProperty distant = new LiveProperty(
                name + '.' + target.name,
                owner,
                steps,
                Kind.DISTANT,
                selected,
                Notation.of(found -> found == null ? null : target.valueOf(Proxies.behind(found)), anywhere -> false),
                target.type,
                target.sayings().stream().map(saying -> saying.below(name)).toList());
        distant.shown = target;
        distant.needs = Optional.empty();
        if (sibling != null) distant.sibling = sibling.leadingTo(target);
        return distant;
    }

    /**
     * The names of the attributes that lead from the entity to the value.
     *
     * @return at least one name; means nothing for a derived property
     */
    public List<String> attributes() {
        return List.of(name.split("\\."));
    }

    /**
     * The names that lead from the entity to what a query selects; of a reference, to the id of its target.
     *
     * @return empty when no one column holds the value, and an instance is needed
     */
    public List<String> column() {
        return column;
    }

    /**
     * How many names of the {@link #column()}, from the first one on, lead to another row, which need not be there.
     *
     * @return 0 for what the row itself holds
     */
    public int joins() {
        if (shown != null) return 1 + shown.joins();
        return kind == Kind.REFERENCE || kind == Kind.INVERSE ? 1 : 0;
    }

    /**
     * Whether a query finds several values of the {@link #column()} for one row.
     *
     * @return true for a collection that is said by the ids of its elements, in no order
     */
    public boolean isList() {
        return kind == Kind.INVERSE && isMany() && !column.isEmpty();
    }

    /**
     * How what the {@link #column()} holds is said.
     *
     * @param value what a query has selected; all of it for a {@linkplain #isList() list}
     * @return the value to show
     */
    public @Nullable Object saidOfColumn(@Nullable Object value) {
        if (shown != null) return shown.saidOfColumn(value);
        if (value instanceof List<?> ids && isList())
            return ids.stream().map(PlainValue::text).sorted().collect(Collectors.joining(PlainValue.SEPARATOR));
        return joins() > 0 ? value : notation.said(value);
    }

    private boolean isMany() {
        return association != null && association.isMany();
    }

    /**
     * The property as an entity has it: siblings in a hierarchy may each declare one of the same name, and others none.
     *
     * @param entity an instance of the live entity
     * @return this property, that of another class, or empty
     */
    public Optional<LiveProperty> in(Object entity) {
        if (owner.isInstance(entity)) return Optional.of(this);
        return sibling == null ? Optional.empty() : sibling.in(entity);
    }

    /**
     * Reads the property from an entity, as it is said.
     *
     * @param entity an instance of the live entity
     * @return the value; null also when an embeddable around it is null, or when the entity has no such property
     */
    public @Nullable Object valueOf(Object entity) {
        return in(entity).map(property -> property.read(entity)).orElse(null);
    }

    /**
     * Reads the property from an entity, with its parts.
     *
     * @param entity an instance of the live entity
     * @return a list, a map, or what {@link #valueOf} answers
     */
    public @Nullable Object inPartsOf(Object entity) {
        return in(entity)
                .map(property -> property.notation.inParts(property.raw(entity)))
                .orElse(null);
    }

    /**
     * What the {@link #column()} holds, with its parts.
     *
     * @param value what a query has selected; all of it for a {@linkplain #isList() list}
     * @return a list, or what {@link #saidOfColumn} answers
     */
    public @Nullable Object inPartsOfColumn(@Nullable Object value) {
        return value instanceof List<?> && isList() ? CollectionNotation.sorted((List<?>) value) : saidOfColumn(value);
    }

    /**
     * Whether it can be written: what the row holds, and has a setter, or is a collection.
     *
     * @return false for what is made of something else, and for a map
     */
    public boolean isWritable() {
        return switch (kind) {
            case ATTRIBUTE, REFERENCE -> steps.get(steps.size() - 1).isWritable();
            case COLLECTION ->
                Collection.class.isAssignableFrom(steps.get(steps.size() - 1).type());
            case INVERSE, DERIVED, DISTANT -> false;
        };
    }

    /**
     * The Java type of a value.
     *
     * @return that of each element of a collection; of a reference, the class of the entity that it leads to
     */
    public Class<?> type() {
        return kind == Kind.REFERENCE ? association().orElseThrow().target() : type;
    }

    /**
     * Writes the property of an entity. An embeddable that is not there is made.
     *
     * @param entity an instance of the live entity, which has the property
     * @param value of its type; the elements of a collection as one
     * @throws RuntimeException what a setter throws
     */
    @SuppressWarnings("unchecked") // as the entity has declared it
    public void set(Object entity, @Nullable Object value) {
        Object holder = entity;
        for (Accessor step : steps.subList(0, steps.size() - 1)) {
            Object next = step.valueOf(holder);
            if (next == null) {
                next = step.make();
                step.set(holder, next);
            }
            holder = next;
        }
        Accessor last = steps.get(steps.size() - 1);
        if (kind != Kind.COLLECTION) {
            last.set(holder, value);
            return;
        }
        Collection<Object> elements = (Collection<Object>) Objects.requireNonNull(last.valueOf(holder));
        Collection<Object> wanted = (Collection<Object>) Objects.requireNonNull(value);
        boolean isSame = elements instanceof List
                ? List.copyOf(elements).equals(List.copyOf(wanted))
                : Set.copyOf(elements).equals(Set.copyOf(wanted));
        if (!isSame) {
            elements.clear();
            elements.addAll(wanted);
        }
    }

    private @Nullable Object read(Object entity) {
        return notation.said(raw(entity));
    }

    private @Nullable Object raw(Object entity) {
        return walk(entity, steps);
    }

    private static @Nullable Object walk(@Nullable Object from, List<Accessor> steps) {
        Object value = from;
        for (Accessor step : steps) {
            if (value == null) return null;
            value = step.valueOf(value);
        }
        return value;
    }

    /** A property of the same name, declared by a class that inherits it neither from this one's owner nor to it. */
    void hasSibling(LiveProperty other) {
        if (other.owner.isAssignableFrom(owner) || owner.isAssignableFrom(other.owner)) return;
        if (sibling == null) sibling = other;
        else sibling.hasSibling(other);
    }

    /** This one, and those of its name that other classes have. */
    Stream<LiveProperty> withSiblings() {
        return Stream.concat(Stream.of(this), sibling == null ? Stream.empty() : sibling.withSiblings());
    }

    /**
     * How a value is said: decimals with the column's scale, references by id.
     *
     * @param value what the attribute may have as its value
     * @return the value to show
     */
    public @Nullable Object said(@Nullable Object value) {
        return notation.said(value);
    }

    /**
     * How the property's value is said where only its first attribute is at hand: an embeddable, of which the property is
     * a part, or else the value itself.
     *
     * @param attribute what the first of the {@link #attributes()} may have as its value
     * @return the value to show
     */
    public @Nullable Object saidWithin(@Nullable Object attribute) {
        return notation.said(walk(attribute, steps.subList(1, steps.size())));
    }

    /**
     * How a value is said to who watches.
     *
     * @return empty when a method of the entity says it
     */
    public List<Saying> sayings() {
        return computed ? List.of() : sayings;
    }

    /** A method of the entity says it: see {@link ComputedUpdates}. */
    void isComputed() {
        computed = true;
        if (sibling != null) sibling.isComputed();
    }

    /**
     * Whether the database gives the value back as the entity has it. Where that is not sure, the value is read after the
     * commit, and so it is where a method says what it means.
     *
     * @param entity an instance of the live entity that has the property
     * @return false when it has to be read
     */
    public boolean comesBackFrom(Object entity) {
        return in(entity)
                .map(property -> !property.computed
                        && property.notation.comesBackAs(property.raw(entity))
                        && property.sources.stream().allMatch(source -> source.isAsItComesBackFrom(entity)))
                .orElse(true);
    }

    /**
     * A derived property may derive from everything that its row holds.
     *
     * @param needs the names of all attributes of the row; empty when the getter may walk to other rows
     * @param sources those that may come back otherwise, and then so does this
     */
    void derivesFrom(Optional<Set<String>> needs, List<LiveProperty> sources) {
        this.needs = needs;
        this.sources = sources;
    }

    /** The names of the attributes that have to be loaded, or else reading this asks the database; empty when it may do so anyway. */
    Optional<Set<String>> needs() {
        return needs;
    }

    private boolean isAsItComesBackFrom(Object entity) {
        Object value = raw(entity);
        return notation.comesBackAs(value) && Objects.equals(notation.said(value), value);
    }

    /**
     * What people read instead of the values, as they do of an enum with a resource bundle.
     *
     * @param wanted the reader's language
     * @return the labels in their nearest language, or empty when the values have none
     */
    public Optional<Format> labels(Locale wanted) {
        return Format.labels(type, wanted);
    }

    /**
     * What a plain value was said of, so that a format can write it.
     *
     * @param plain a plain value
     * @return of a collection the list of its elements; the plain value itself where that cannot be read
     */
    public @Nullable Object meant(@Nullable Object plain) {
        if (shown != null) return shown.meant(plain);
        if (!(kind == Kind.COLLECTION || isMany()) || plain == null || plain.equals("")) return meaning.of(plain);
        return Stream.of(plain.toString().split(PlainValue.SEPARATOR, -1))
                .map(meaning::of)
                .toList();
    }
}
