package org.updatable.model;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type.PersistenceType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updatable.Updatable;
import org.updatable.UpdatesJson;
import org.updatable.change.PlainValue;
import org.updatable.change.Row;
import org.updatable.format.Form;
import org.updatable.message.ChannelName;
import org.updatable.message.Json;
import org.updatable.message.Update;
import org.updatable.model.LiveProperty.Kind;

/** One entity that is live: the root of its hierarchy, with the properties that may be shown. */
public final class LiveEntity {
    /** A namespace is also a channel's name, and holds no hyphen, which ends it in a group's name. */
    private static final Pattern NAMESPACE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private final String namespace;
    private final String channel;
    private final EntityType<?> type;
    private final EntityManagerFactory unit;
    private final PersistenceUnitUtil util;
    private final LiveId id;
    private final boolean guarded;
    private final Map<String, LiveProperty> properties;
    private final Map<String, ContextProperty> contexts;
    private final Map<String, LiveProperty> writeOnly;
    private final @Nullable Method shape;
    private final List<ComputedUpdates> computed;
    private final Optional<LiveProperty> version;

    /** What is shown of a row, and is none of its {@link #properties()}: what its references lead to, and its version. */
    private final Map<String, LiveProperty> besides = new TreeMap<>();

    private final Map<String, List<LiveProperty>> byPath = new HashMap<>();
    private final Map<String, Set<Source>> sources = new TreeMap<>();

    /**
     * @param type the root entity
     * @param hierarchy the root entity and all below it
     * @param unit their persistence unit
     */
    LiveEntity(EntityType<?> type, Collection<EntityType<?>> hierarchy, EntityManagerFactory unit) {
        this.namespace = namespace(type.getJavaType());
        this.channel = channel(type.getJavaType(), namespace);
        this.type = type;
        this.unit = unit;
        this.util = unit.getPersistenceUnitUtil();
        this.id = LiveId.of(type);
        this.guarded = isGuarded(type);
        LiveProperties found = new LiveProperties(util).find(hierarchy);
        this.properties = found.properties();
        this.contexts = found.contexts();
        this.writeOnly = found.writeOnly();
        this.shape = shape(type.getJavaType());
        this.computed = found.computed();
        this.version = found.version();
    }

    /**
     * Finds what its references lead to, and what it takes from other rows. Those of the same unit are there already.
     *
     * @param live the live entity of a class
     */
    void link(Function<Class<?>, Optional<LiveEntity>> live) {
        for (LiveProperty reference : properties.values())
            beyond(reference, live).ifPresent(target -> target.properties.values().stream()
                    .filter(property -> !property.sayings().isEmpty())
                    .map(reference::leadingTo)
                    .forEach(found -> besides.putIfAbsent(found.name(), found)));
        version.ifPresent(property -> {
            besides.put(property.name(), property);
            putSources(property.name(), Set.of(new Source(namespace, Source.ANY, true)));
        });
        Stream.concat(properties.values().stream(), besides.values().stream())
                .sorted(Comparator.comparing(LiveProperty::name))
                .forEach(property -> property.withSiblings()
                        .flatMap(sibling -> sibling.sayings().stream())
                        .map(Saying::path)
                        .distinct()
                        .forEach(path -> byPath.computeIfAbsent(path, first -> new ArrayList<>())
                                .add(property)));
        for (LiveProperty property : properties.values()) putSources(property.name(), sources(property, live));
        for (LiveProperty property : besides.values()) putSources(property.name(), sources(property, live));
        for (String context : contexts.keySet()) putSources(context, inverse(live));
        for (ComputedUpdates updates : computed)
            if (sources.containsKey(updates.property())) putSources(updates.property(), inverse(live));
    }

    /** Contexts may have the name of a reference, and come first. */
    private Optional<LiveEntity> beyond(LiveProperty property, Function<Class<?>, Optional<LiveEntity>> live) {
        return property.association()
                .filter(association -> !association.isMany() && !contexts.containsKey(property.name()))
                .flatMap(association -> live.apply(association.target()));
    }

    private void putSources(String property, Set<Source> found) {
        if (!found.isEmpty()) sources.put(property, found);
    }

    private Set<Source> sources(LiveProperty property, Function<Class<?>, Optional<LiveEntity>> live) {
        return switch (property.kind()) {
            case ATTRIBUTE, REFERENCE, COLLECTION -> Set.of();
            case INVERSE ->
                property.withSiblings()
                        .flatMap(sibling -> sibling.association().stream())
                        .flatMap(association ->
                                live.apply(association.target()).map(other -> other.source(association)).stream())
                        .collect(Collectors.toSet());
            case DERIVED -> property.needs().isPresent() ? Set.of() : inverse(live);
            case DISTANT -> distantSources(property, live);
        };
    }

    /** The reference, the property there, and what that takes from others. */
    private Set<Source> distantSources(LiveProperty property, Function<Class<?>, Optional<LiveEntity>> live) {
        LiveProperty shown = property.shown().orElseThrow();
        LiveProperty reference = Objects.requireNonNull(properties.get(property.name()
                .substring(0, property.name().length() - shown.name().length() - 1)));
        LiveEntity target =
                live.apply(reference.association().orElseThrow().target()).orElseThrow();
        Set<Source> found = new HashSet<>();
        found.add(new Source(namespace, reference.name(), true));
        found.add(new Source(target.namespace, shown.name(), false));
        found.addAll(sources(reference, live));
        target.sources(shown, live).forEach(source -> found.add(source.ofAnotherRow()));
        return found;
    }

    /** What a method may count, or sum up: the rows that refer to this one. */
    private Set<Source> inverse(Function<Class<?>, Optional<LiveEntity>> live) {
        return properties.values().stream()
                .filter(property -> property.kind() == Kind.INVERSE)
                .flatMap(property -> sources(property, live).stream())
                .map(source -> new Source(source.namespace(), Source.ANY, false))
                .collect(Collectors.toSet());
    }

    /** The property that holds an association; all of them where it is the id, or the rows have an order. */
    private Source source(Association association) {
        String holder = String.join(".", association.mappedBy());
        boolean isKnown = properties.containsKey(holder) && !association.order();
        return new Source(namespace, isKnown ? holder : Source.ANY, false);
    }

    /** Whether what other rows hold may be said to who watches a path. */
    boolean isDependent(String path) {
        return propertiesAt(path).stream().anyMatch(property -> sources.containsKey(property.name()))
                || context(path)
                        .filter(context -> sources.containsKey(context.name()))
                        .isPresent()
                || computed.stream().anyMatch(updates -> sources.containsKey(updates.property()));
    }

    /**
     * What other rows a property takes its value from.
     *
     * @return by the property's name; nothing for those that the row itself holds
     */
    Map<String, Set<Source>> sources() {
        return sources;
    }

    /**
     * The entity's name in groups.
     *
     * @return what {@link Updatable#namespace()} says, else the snake_case of its simple class name, for example
     *     {@code order_item}
     */
    public String namespace() {
        return namespace;
    }

    /**
     * The channel that says which rows are created, changed and deleted.
     *
     * @return what {@link Updatable#channel()} says, else the namespace
     */
    public String channel() {
        return channel;
    }

    /**
     * Whether everybody may watch its rows.
     *
     * @return what {@link Updatable#open()} says
     */
    public boolean isOpen() {
        return type.getJavaType().getAnnotation(Updatable.class).open();
    }

    /**
     * Whether clients may write its rows.
     *
     * @return what {@link Updatable#writable()} says
     */
    public boolean isWritable() {
        return type.getJavaType().getAnnotation(Updatable.class).writable();
    }

    /**
     * What clients may write, and is told to nobody.
     *
     * @return by name, in alphabetical order
     */
    public Map<String, LiveProperty> writeOnly() {
        return writeOnly;
    }

    /**
     * Whether a method of the entity says what observers are told of a row.
     *
     * @return true where one says {@link UpdatesJson}
     */
    public boolean isShaped() {
        return shape != null;
    }

    /**
     * What observers are told of a row.
     *
     * @param entity an instance
     * @return values by names
     * @throws RuntimeException what the method throws, or JSON-B
     */
    public Map<String, @Nullable Object> shapeOf(Object entity) {
        return Json.map(Objects.requireNonNull(Methods.call(Objects.requireNonNull(shape), entity)));
    }

    private static @Nullable Method shape(Class<?> type) {
        for (Class<?> above = type; above != null; above = above.getSuperclass())
            for (Method method : above.getDeclaredMethods())
                if (method.isAnnotationPresent(UpdatesJson.class) && !method.isBridge()) {
                    if (method.getParameterCount() > 0 || method.getReturnType().isPrimitive())
                        throw new IllegalStateException(method
                                + " cannot say what observers are told: it has no parameters, and answers an object.");
                    method.setAccessible(true);
                    return method;
                }
        return null;
    }

    /**
     * The name of its version.
     *
     * @return empty when it has none
     */
    public Optional<String> version() {
        return type.getSingularAttributes().stream()
                .filter(SingularAttribute::isVersion)
                .map(SingularAttribute::getName)
                .findFirst();
    }

    /**
     * The class of its ids, where they are one value each.
     *
     * @return the name and the class of that attribute; empty for ids of several values
     */
    public Optional<Map.Entry<String, Class<?>>> simpleId() {
        return type.hasSingleIdAttribute() && type.getIdType().getPersistenceType() == PersistenceType.BASIC
                ? type.getSingularAttributes().stream()
                        .filter(SingularAttribute::isId)
                        .map(id -> Map.<String, Class<?>>entry(id.getName(), id.getJavaType()))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Whether the database, or the provider, gives each new row an id.
     *
     * @return false where the application does
     */
    public boolean isIdGenerated() {
        return simpleId()
                .flatMap(id -> Accessor.of(javaType(), id.getKey()).annotation(GeneratedValue.class))
                .isPresent();
    }

    /**
     * Makes an entity, with an id where the application gives it one, and not the database.
     *
     * @param id the value of a {@link #simpleId}; null for none
     * @return a new instance
     * @throws IllegalStateException when it cannot be made, or be given that id
     */
    public Object make(@Nullable Object id) {
        Object made = Accessor.make(javaType());
        if (id != null)
            Accessor.of(javaType(), simpleId().orElseThrow().getKey()).write(made, id);
        return made;
    }

    /**
     * The version of an instance.
     *
     * @param entity an instance
     * @return a plain value; null where there is none
     */
    public @Nullable Object versionOf(Object entity) {
        return version()
                .map(name -> PlainValue.of(Accessor.of(javaType(), name).valueOf(entity)))
                .orElse(null);
    }

    /**
     * The version as something that can be shown, and is read whenever its row changes.
     *
     * @return empty where there is none, where it is no number, and where it is private
     */
    public Optional<LiveProperty> shownVersion() {
        return version;
    }

    /**
     * Gives an instance the version that its user has seen, so that the provider notices that there is a newer one. It is not given a
     * newer one than its own.
     *
     * @param entity an instance that is not managed
     * @param text a number
     * @return false for a newer one
     * @throws NumberFormatException when it is no number
     */
    public boolean seen(Object entity, String text) {
        return version.map(property -> {
                    Object now = property.valueOf(entity);
                    long seen = Long.parseLong(text);
                    if (now instanceof Number number && number.longValue() < seen) return false;
                    Accessor.of(javaType(), property.name()).write(entity, Texts.read(property.type(), text));
                    return true;
                })
                .orElse(true);
    }

    /**
     * Whether a number as its version sees to it that nobody writes over what they have not read. A time does not: two commits
     * may share it.
     *
     * @return false where there is no such version
     */
    public boolean isGuarded() {
        return guarded;
    }

    private static boolean isGuarded(EntityType<?> type) {
        return type.getSingularAttributes().stream()
                .filter(SingularAttribute::isVersion)
                .anyMatch(LiveProperties::isNumber);
    }

    /**
     * Whether a path shows what other rows hold.
     *
     * @param path any path
     * @return their namespaces; none for what the row itself holds, and for what its own methods make of others
     */
    public Set<String> beyond(String path) {
        return propertiesAt(path).stream()
                .filter(property -> property.kind() == Kind.INVERSE || property.kind() == Kind.DISTANT)
                .flatMap(property -> sources.getOrDefault(property.name(), Set.of()).stream())
                .map(Source::namespace)
                .collect(Collectors.toSet());
    }

    /**
     * The entity's class.
     *
     * @return the root entity class
     */
    public Class<?> javaType() {
        return type.getJavaType();
    }

    /**
     * Where the entity is read.
     *
     * @return its persistence unit
     */
    public EntityManagerFactory unit() {
        return unit;
    }

    /**
     * The properties that may be shown, those of its subclasses included.
     *
     * @return by name, in alphabetical order
     */
    public Map<String, LiveProperty> properties() {
        return properties;
    }

    /**
     * The property with a name: one of the {@link #properties()}, the version, or a property of a row to which a reference leads.
     *
     * @param name such as {@code title}, or {@code author.name}
     * @return the property, or empty
     */
    public Optional<LiveProperty> property(String name) {
        return Optional.ofNullable(properties.get(name)).or(() -> Optional.ofNullable(besides.get(name)));
    }

    /**
     * The properties that say something to who watches a path, those of rows to which a reference leads included.
     *
     * @param path any path
     * @return in alphabetical order
     */
    public List<LiveProperty> propertiesAt(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /**
     * The class of the entity to which a reference leads.
     *
     * @param reference the name of a property
     * @return the class; empty when that is no reference to one entity
     */
    public Optional<Class<?>> target(String reference) {
        return Optional.ofNullable(properties.get(reference))
                .flatMap(LiveProperty::association)
                .filter(association -> !association.isMany())
                .map(Association::target);
    }

    /**
     * The properties that are others for each user, or whatever else their context is.
     *
     * @return by name, in alphabetical order
     */
    public Map<String, ContextProperty> contexts() {
        return contexts;
    }

    /**
     * The property whose value for one context a path shows.
     *
     * @param path any path
     * @return the property, or empty when it is not such a path
     */
    public Optional<ContextProperty> context(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(contexts.get(path.substring(0, dot)));
    }

    /**
     * What an instance says to who watches a path.
     *
     * @param entity an instance
     * @param path any path
     * @param form the form in which it is watched
     * @return updates with the path in place of a group; empty when nothing is said there
     * @throws RuntimeException what a method of the entity throws, or a converter
     */
    public List<Update> says(Object entity, String path, Form form) {
        List<Update> said = new ArrayList<>();
        for (LiveProperty property : propertiesAt(path)) {
            for (Saying saying : property.in(entity).map(LiveProperty::sayings).orElse(List.of()))
                if (saying.path().equals(path)) said.add(saying.update(path, PlainValue.of(property.valueOf(entity))));
        }
        context(path).ifPresent(context -> {
            Object value = PlainValue.of(context.valueOf(entity, path));
            context.sayings().forEach(saying -> said.add(saying.update(path, value)));
        });
        for (ComputedUpdates updates : computed)
            updates.of(entity).stream()
                    .filter(update -> update.group().equals(path))
                    .map(PlainValue::in)
                    .forEach(said::add);
        return said.stream().map(update -> in(form, path, update)).toList();
    }

    /**
     * What is said to who watches a path in some form.
     *
     * @param form the form
     * @param path any path
     * @param update what is said there, with a plain value
     * @return the update in that form
     * @throws RuntimeException what a converter of the application throws
     */
    public Update in(Form form, String path, Update update) {
        Optional<LiveProperty> property = property(path);
        if (property.isPresent()) return form.of(update, property.get()::meant);
        return context(path)
                .map(context -> form.of(update, context::meant))
                .orElseGet(() -> form.of(update, plain -> plain));
    }

    /**
     * The methods that say what changes mean.
     *
     * @return in no order
     */
    public List<ComputedUpdates> computed() {
        return computed;
    }

    /**
     * The properties that an instance has.
     *
     * @param entity an instance of the entity or of one of its subclasses
     * @return in alphabetical order of their names
     */
    public List<LiveProperty> propertiesOf(Object entity) {
        return properties.values().stream()
                .flatMap(property -> property.in(entity).stream())
                .toList();
    }

    /**
     * The entity that a proxy stands for. Properties are those of an entity: a proxy may know less.
     *
     * @param entity an instance, or a proxy of one, which is loaded now if need be
     * @return the instance
     * @throws RuntimeException what the provider throws where it cannot be loaded
     */
    public Object behind(Object entity) {
        return Proxies.behind(entity);
    }

    /**
     * Whether a property can be told without asking the database.
     *
     * @param property a property of the entity
     * @param entity an instance
     * @return false for a lazy attribute that nobody has looked at, and for what is derived from it or from other rows
     */
    public boolean isLoaded(LiveProperty property, Object entity) {
        return property.needs().stream()
                .anyMatch(names -> names.stream().allMatch(name -> util.isLoaded(entity, name)));
    }

    /**
     * How the entity's ids are written.
     *
     * @return the form of its ids
     */
    public LiveId id() {
        return id;
    }

    /**
     * The id of an entity.
     *
     * @param entity an instance, or a proxy of one
     * @return its id as JPA hands it out, or empty while it has none
     */
    public Optional<Object> idOf(Object entity) {
        return Optional.ofNullable(util.getIdentifier(entity));
    }

    /**
     * The row of an entity.
     *
     * @param entity an instance, or a proxy of one
     * @return its row, or empty while it has no id
     */
    public Optional<Row> rowOf(Object entity) {
        return idOf(entity).map(this::row);
    }

    /**
     * The row with an id.
     *
     * @param id an id as JPA hands it out
     * @return its row
     */
    public Row row(Object id) {
        return new Row(namespace, this.id.textOf(id));
    }

    private static String namespace(Class<?> entity) {
        String declared = entity.getAnnotation(Updatable.class).namespace();
        String namespace = declared.isEmpty() ? snakeCase(entity.getSimpleName()) : declared;
        if (!NAMESPACE.matcher(namespace).matches())
            throw new IllegalStateException(
                    "%s cannot be called \"%s\". A namespace is lower case letters, digits and _, at most 63 of them: choose one with @Updatable(namespace)."
                            .formatted(entity.getName(), namespace));
        return namespace;
    }

    private static String channel(Class<?> entity, String namespace) {
        String declared = entity.getAnnotation(Updatable.class).channel();
        if (declared.isEmpty()) return namespace;
        try {
            return ChannelName.check(declared);
        } catch (IllegalArgumentException notOne) {
            throw new IllegalStateException("%s: %s".formatted(entity.getName(), notOne.getMessage()));
        }
    }

    static String snakeCase(String simpleName) {
        return simpleName
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
