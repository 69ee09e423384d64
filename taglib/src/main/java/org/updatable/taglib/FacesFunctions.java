package org.updatable.taglib;

import jakarta.faces.context.FacesContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes a component live, as functions of the expression language. */
public final class FacesFunctions {
    private FacesFunctions() {}

    /**
     * For a component: {@code <f:passThroughAttributes value="#{upd:attributes(post,'title')}"/>}.
     *
     * @param entity an entity, or null
     * @param field the name of a live property
     * @return the attributes by name, not escaped; empty when the field is not live
     */
    public static Map<String, String> attributes(@Nullable Object entity, String field) {
        return read(entity, field).attributes();
    }

    /**
     * The same for a path of the entity that is not said of a field alone.
     *
     * @param entity an entity, or null
     * @param path a path, or several
     * @return the attributes by name, not escaped; empty when the entity has no row
     */
    public static Map<String, String> attributesAt(@Nullable Object entity, String path) {
        return read(entity, "", path).attributes();
    }

    /**
     * For a component that shows a group of the application's own, to which {@code Updates.send} sends.
     *
     * @param group the name of the group, without white space
     * @return the attributes by name, not escaped
     */
    public static Map<String, String> watch(String group) {
        return Watching.attributes(group);
    }

    /**
     * What the tag would show, for elements that are written by hand: {@code #{upd:text(post,'status')}}.
     *
     * @param entity an entity, or null
     * @param field the name of a live property
     * @return the value in the view's language, not escaped; empty for null
     */
    public static String text(@Nullable Object entity, String field) {
        return read(entity, field).text();
    }

    private static LiveField read(@Nullable Object entity, String field) {
        return read(entity, field, "");
    }

    private static LiveField read(@Nullable Object entity, String field, String path) {
        return LiveField.of(new Asked(
                entity,
                field,
                path,
                FacesContext.getCurrentInstance().getViewRoot().getLocale(),
                true));
    }
}
