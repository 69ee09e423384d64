package org.updatable.taglib;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.jsp.jstl.core.Config;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes a plain element live, as functions of the expression language. */
public final class JspFunctions {
    private JspFunctions() {}

    /**
     * For a plain element in JSP: <code>&lt;td ${upd:live(post,'title')}&gt;</code>.
     *
     * @param entity an entity, or null
     * @param field the name of a live property
     * @return the attributes as they stand in a start tag, escaped; empty when the field is not live
     */
    public static String live(@Nullable Object entity, String field) {
        return Html.attributes(read(entity, field).attributes());
    }

    /**
     * The same for a path of the entity that is not said of a field alone:
     * <code>&lt;article ${upd:liveAt(post,'card')}&gt;</code>.
     *
     * @param entity an entity, or null
     * @param path a path, or several
     * @return the attributes as they stand in a start tag, escaped; empty when the entity has no row
     */
    public static String liveAt(@Nullable Object entity, String path) {
        return Html.attributes(read(entity, "", path, true).attributes());
    }

    /**
     * The same for a form field, which has the constants of an enum and not their labels:
     * <code>&lt;select name="status" ${upd:input(post,'status')}&gt;</code>.
     *
     * @param entity an entity, or null
     * @param field the name of a live property
     * @return the attributes as they stand in a start tag, escaped; empty when the field is not live
     */
    public static String input(@Nullable Object entity, String field) {
        return Html.attributes(read(entity, field, "", false).attributes());
    }

    /**
     * For a plain element that shows a group of the application's own, to which {@code Updates.send} sends:
     * <code>&lt;b ${upd:watch('stock-ticker')}&gt;</code>.
     *
     * @param group the name of the group, without white space
     * @return the attributes as they stand in a start tag, escaped
     */
    public static String watch(String group) {
        return Html.attributes(Watching.attributes(group));
    }

    /**
     * What the tag would show, for elements that are written by hand:
     * <code>&lt;c:out value="${upd:text(post,'status')}"/&gt;</code>.
     *
     * @param entity an entity, or null
     * @param field the name of a live property
     * @return the value in the request's language, not escaped; empty for null
     */
    public static String text(@Nullable Object entity, String field) {
        return read(entity, field).text();
    }

    /**
     * What {@code fmt:setLocale} said, else what the browser asks for.
     *
     * @param chosen the setting of JSTL, a locale or its name; null when there is none
     */
    static Locale locale(@Nullable Object chosen, HttpServletRequest request) {
        if (chosen == null) return request.getLocale();
        return Locale.forLanguageTag(chosen.toString().replace('_', '-'));
    }

    private static LiveField read(@Nullable Object entity, String field) {
        return read(entity, field, "", true);
    }

    private static LiveField read(@Nullable Object entity, String field, String path, boolean labels) {
        HttpServletRequest request =
                CDI.current().select(HttpServletRequest.class).get();
        return LiveField.of(new Asked(entity, field, path, locale(chosen(request), request), labels));
    }

    /** A function does not see the page, and so not what was set for the page alone. */
    private static @Nullable Object chosen(HttpServletRequest request) {
        return Stream.<@Nullable Object>of(
                        Config.get(request, Config.FMT_LOCALE),
                        request.getSession(false) == null ? null : Config.get(request.getSession(), Config.FMT_LOCALE),
                        Config.get(request.getServletContext(), Config.FMT_LOCALE))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }
}
