package org.updatable.taglib;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.updatable.change.Row;
import org.updatable.message.Group;
import org.updatable.message.Update;
import org.updatable.message.UpdateValue;
import org.updatable.model.ContextProperty;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;
import org.updatable.model.Saying;

/** The paths of one entity that an element shows, each in the form in which it shows it. */
final class Paths {
    private static final String NO_LIVE_FIELD =
            "%s has no live field \"%s\". Live are: %s. Name one of them, or use an ordinary tag.";
    private static final String NO_CONTEXT =
            "\"%s\" of %s is another one for each context. Say for which one: context=\"..\".";
    private static final String NOTHING = "Say what to show: field=\"..\" or path=\"..\".";

    private final LiveEntity live;
    private final Object entity;
    private final Asked asked;
    private final Map<String, String> forms = new LinkedHashMap<>();

    /** Something that the page's author should write otherwise. */
    static final class Mistake extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param sentence what is wrong, and what to write instead */
        Mistake(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private Paths(LiveEntity live, Object entity, Asked asked) {
        this.live = live;
        this.entity = entity;
        this.asked = asked;
    }

    static Paths of(LiveEntity live, Object entity, Asked asked) throws Mistake {
        Paths paths = new Paths(live, live.behind(entity), asked);
        for (String path : words(asked.path())) paths.add(paths.inContext(path));
        if (asked.path().isEmpty()) for (String field : words(asked.field())) paths.addField(field);
        if (asked.named().isBlank()) throw new Mistake(NOTHING);
        return paths;
    }

    /** The names of their groups; none while the entity has no id. */
    List<String> groups() {
        Optional<Row> row = live.rowOf(entity);
        return row.stream()
                .flatMap(found -> forms.entrySet().stream()
                        .map(form -> new Group(found.namespace(), found.id(), form.getKey(), form.getValue()).name()))
                .toList();
    }

    /** What is said there now. */
    List<Update> says() {
        return forms.keySet().stream()
                .flatMap(path -> live.says(entity, path).stream().map(this::labelled))
                .toList();
    }

    private void addField(String field) throws Mistake {
        Optional<LiveProperty> property = property(field);
        if (property.isPresent() && !property.get().sayings().isEmpty())
            property.get().sayings().forEach(saying -> add(saying.path()));
        else if (property.isPresent()) add(field);
        else if (live.contexts().containsKey(field)) add(inContext(field));
        else throw new Mistake(NO_LIVE_FIELD.formatted(entity.getClass().getName(), field, names()));
    }

    private void add(String path) {
        forms.put(path, form(path));
    }

    private String form(String path) {
        Optional<LiveProperty> said = live.propertiesOf(entity).stream()
                .filter(property -> property.sayings().stream().anyMatch(saying -> isText(saying, path)))
                .findFirst();
        if (said.isPresent() && asked.safe()) return Group.MARKUP;
        return said.flatMap(this::language).map(Locale::toLanguageTag).orElse("");
    }

    private Update labelled(Update update) {
        if (!(update instanceof UpdateValue value)) return update;
        return property(update.group())
                .flatMap(property -> language(property).map(found -> property.label(value.value(), found)))
                .<Update>map(label -> Update.value(update.group(), label))
                .orElse(update);
    }

    private Optional<Locale> language(LiveProperty property) {
        return property.language(asked.locale());
    }

    private static boolean isText(Saying saying, String path) {
        return saying.kind() == Saying.Kind.VALUE && saying.path().equals(path);
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
        return live.propertiesOf(entity).stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    private String names() {
        return Stream.concat(
                        live.propertiesOf(entity).stream().map(LiveProperty::name), live.contexts().keySet().stream())
                .collect(Collectors.joining(", "));
    }

    private static List<String> words(String text) {
        return Stream.of(text.trim().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
