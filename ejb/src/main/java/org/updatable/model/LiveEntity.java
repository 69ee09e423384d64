package org.updatable.model;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.updatable.Updatable;
import org.updatable.change.PlainValue;
import org.updatable.change.Row;
import org.updatable.format.Form;
import org.updatable.message.Update;

/** One entity that is live: the root of its hierarchy, with the properties that may be shown. */
public final class LiveEntity {
    /** A namespace is also a channel's name, and holds no hyphen, which ends it in a group's name. */
    private static final Pattern NAMESPACE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    private final String namespace;
    private final EntityType<?> type;
    private final EntityManagerFactory unit;
    private final PersistenceUnitUtil util;
    private final LiveId id;
    private final Map<String, LiveProperty> properties;
    private final Map<String, ContextProperty> contexts;
    private final List<ComputedUpdates> computed;

    /**
     * @param type the root entity
     * @param hierarchy the root entity and all below it
     * @param unit their persistence unit
     */
    LiveEntity(EntityType<?> type, Collection<EntityType<?>> hierarchy, EntityManagerFactory unit) {
        this.namespace = namespace(type.getJavaType());
        this.type = type;
        this.unit = unit;
        this.util = unit.getPersistenceUnitUtil();
        this.id = LiveId.of(type);
        LiveProperties found = new LiveProperties(util).find(hierarchy);
        this.properties = found.properties();
        this.contexts = found.contexts();
        this.computed = found.computed();
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
     * Whether everybody may watch its rows.
     *
     * @return what {@link Updatable#open()} says
     */
    public boolean isOpen() {
        return type.getJavaType().getAnnotation(Updatable.class).open();
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
        for (LiveProperty property : propertiesOf(entity)) {
            for (Saying saying : property.sayings())
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
        LiveProperty property = properties.get(path);
        if (property != null) return form.of(update, property::meant);
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

    static String snakeCase(String simpleName) {
        return simpleName
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
