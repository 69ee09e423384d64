package org.updatable.taglib;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.updatable.format.Form;
import org.updatable.format.Format;
import org.updatable.message.Digest;
import org.updatable.message.Group;
import org.updatable.message.Update;
import org.updatable.model.ContextProperty;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveModel;
import org.updatable.model.LiveProperty;
import org.updatable.model.Saying;

/** The paths of one entity that an element shows, each in the form in which it shows it. */
final class Paths {
    private static final String NO_LIVE_FIELD =
            "%s has no live field \"%s\". Live are: %s. Name one of them, or use an ordinary tag.";
    private static final String NOT_BEYOND = "\"%s\" of %s cannot be live: %s";
    private static final String NO_LIVE_TARGET = "%s is not live. Write @Updatable on it, or use an ordinary tag.";
    private static final String NO_CONTEXT =
            "\"%s\" of %s is another one for each context. Say for which one: context=\"..\".";
    private static final String NOTHING = "Say what to show: field=\"..\" or path=\"..\".";

    private final LiveEntity live;
    private final Object entity;
    private final Asked asked;
    private final Optional<Format> format;
    private final Map<String, Form> forms = new LinkedHashMap<>();

    private Paths(LiveEntity live, Object entity, Asked asked) throws Mistake {
        this.live = live;
        this.entity = entity;
        this.asked = asked;
        this.format = asked.formatting().format(asked.locale());
    }

    static Paths of(LiveEntity live, Object entity, Asked asked) throws Mistake {
        Paths paths = new Paths(live, live.behind(entity), asked);
        for (String path : words(asked.path())) paths.add(paths.inContext(path));
        if (asked.path().isEmpty()) for (String field : words(asked.field())) paths.addField(field);
        if (asked.named().isBlank()) throw new Mistake(NOTHING);
        return paths;
    }

    /**
     * What is said there now.
     *
     * @return by path
     * @throws NeedsTheView when a converter cannot say it later
     */
    Map<String, List<Update>> says() {
        Map<String, List<Update>> said = new LinkedHashMap<>();
        forms.forEach((path, form) -> said.put(path, live.says(entity, path, form)));
        return said;
    }

    /**
     * Their groups.
     *
     * @param said what is said there
     * @return the digest of each by the group's name; none while the entity has no id
     */
    Map<String, String> groups(Map<String, List<Update>> said) {
        Map<String, String> groups = new LinkedHashMap<>();
        live.rowOf(entity)
                .ifPresent(row -> forms.forEach((path, form) -> groups.put(
                        new Group(row.namespace(), row.id(), path, form.name()).name(),
                        Digest.of(said.getOrDefault(path, List.of())))));
        return groups;
    }

    private void addField(String field) throws Mistake {
        Optional<LiveProperty> property = property(field);
        if (property.isPresent() && !property.get().sayings().isEmpty())
            property.get().sayings().forEach(saying -> add(saying.path()));
        else if (property.isPresent()) add(field);
        else if (live.contexts().containsKey(field)) add(inContext(field));
        else throw new Mistake(beyond(field).orElseGet(() -> noLiveField(field)));
    }

    private String noLiveField(String field) {
        String names = Stream.concat(
                        live.propertiesOf(entity).stream().map(LiveProperty::name), live.contexts().keySet().stream())
                .collect(Collectors.joining(", "));
        return NO_LIVE_FIELD.formatted(entity.getClass().getName(), field, names);
    }

    /** What is wrong with a path that begins with a reference; empty when it does not. */
    private Optional<String> beyond(String field) {
        return live.propertiesOf(entity).stream()
                .map(LiveProperty::name)
                .filter(name -> field.startsWith(name + '.'))
                .flatMap(name ->
                        live.target(name).map(target -> beyond(target, field.substring(name.length() + 1))).stream())
                .map(reason -> NOT_BEYOND.formatted(field, entity.getClass().getName(), reason))
                .findFirst();
    }

    private static String beyond(Class<?> target, String field) {
        return CDI.current()
                .select(LiveModel.class)
                .get()
                .of(target)
                .map(other -> NO_LIVE_FIELD.formatted(
                        target.getName(),
                        field,
                        String.join(", ", other.properties().keySet())))
                .orElseGet(() -> NO_LIVE_TARGET.formatted(target.getName()));
    }

    private void add(String path) {
        forms.put(path, form(path));
    }

    private Form form(String path) {
        if (!isShown(path) || isReference(path)) return Form.PLAIN;
        return new Form(asked.safe(), format.or(() -> asked.labels() ? labels(path) : Optional.empty()));
    }

    /** It is said by the id of what it refers to: a converter of a menu is for the entities. */
    private boolean isReference(String path) {
        return live.propertiesAt(path).stream().anyMatch(property -> property.kind() == LiveProperty.Kind.REFERENCE);
    }

    /** Whether the value may be said there: what methods say is only known when they were called. */
    private boolean isShown(String path) {
        List<Saying> sayings = Stream.concat(
                        live.propertiesAt(path).stream()
                                .flatMap(property -> property.in(entity).stream())
                                .flatMap(property -> property.sayings().stream())
                                .filter(saying -> saying.path().equals(path)),
                        live.context(path).stream().flatMap(context -> context.sayings().stream()))
                .toList();
        return sayings.isEmpty() || sayings.stream().anyMatch(saying -> saying.kind() == Saying.Kind.VALUE);
    }

    private Optional<Format> labels(String path) {
        return property(path)
                .flatMap(property -> property.labels(asked.locale()))
                .or(() -> live.context(path).flatMap(context -> context.labels(asked.locale())));
    }

    private String inContext(String path) throws Mistake {
        ContextProperty property = live.contexts().get(path);
        Object context = asked.context();
        if (context == null && property != null && property.isOfUser()) context = user();
        if (context != null) return Group.path(path, context.toString());
        if (property == null) return path;
        throw new Mistake(NO_CONTEXT.formatted(path, entity.getClass().getName()));
    }

    /** Nobody has a name, too: an empty one. */
    private static String user() {
        Principal user = CDI.current().select(HttpServletRequest.class).get().getUserPrincipal();
        return user == null ? "" : user.getName();
    }

    private Optional<LiveProperty> property(String name) {
        return live.property(name).flatMap(property -> property.in(entity));
    }

    private static List<String> words(String text) {
        return Stream.of(text.trim().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
