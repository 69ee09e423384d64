package org.updatable.taglib;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes an element live that the page writes itself, as functions of the expression language. */
public final class Functions {
    private Functions() {}

    /**
     * For a component: {@code <f:passThroughAttributes value="#{upd:attributes(post,'title')}"/>}.
     *
     * @param entity an entity, or null
     * @param field the name of a live property
     * @return the attributes by name, not escaped; empty when the field is not live
     */
    public static Map<String, String> attributes(@Nullable Object entity, String field) {
        return LiveField.of(entity, field).attributes();
    }

    /**
     * For a plain element in JSP: <code>&lt;td ${upd:live(post,'title')}&gt;</code>.
     *
     * @param entity an entity, or null
     * @param field the name of a live property
     * @return the attributes as they stand in a start tag, escaped; empty when the field is not live
     */
    public static String live(@Nullable Object entity, String field) {
        return Html.attributes(attributes(entity, field));
    }
}
