package org.updatable.taglib;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a page asks to be shown.
 *
 * @param entity an entity, or null
 * @param field the name of a live property, or several with white space between them; empty where there is a path
 * @param path of the entity, or several; empty for that of the field
 * @param context of a property that is another one for each of them; null for the user who asks, or for none
 * @param safe whether the value is markup
 * @param announce how a change is announced to screen readers: {@code polite}, {@code assertive}, or empty
 * @param locale the reader's
 * @param formatting how values are to be written
 * @param labels whether people read it: a form field has the constants of an enum, not their labels
 */
record Asked(
        @Nullable Object entity,
        String field,
        String path,
        @Nullable Object context,
        boolean safe,
        String announce,
        Locale locale,
        Formatting formatting,
        boolean labels) {

    /** Nothing but a field, or a path. */
    Asked(@Nullable Object entity, String field, String path, Locale locale, boolean labels) {
        this(entity, field, path, null, false, "", locale, Formatting.NONE, labels);
    }

    /** What the author of the page has written, for sentences about it. */
    String named() {
        return field.isEmpty() ? path : field;
    }
}
