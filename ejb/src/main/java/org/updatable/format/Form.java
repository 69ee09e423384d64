package org.updatable.format;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.updatable.change.PlainValue;
import org.updatable.message.Update;
import org.updatable.message.UpdateValue;

/**
 * The form in which a group shows values. A group without one shows them plainly.
 *
 * @param markup whether the page takes a value for markup that it trusts
 * @param format how a value is written; empty for the plain value
 */
public record Form(boolean markup, Optional<Format> format) {
    /** The form of plain values. */
    public static final Form PLAIN = new Form(false, Optional.empty());

    private static final String MARKUP = "html";
    private static final String AND = MARKUP + ";";

    /**
     * Reads a form.
     *
     * @param name what stands in the name of a group
     * @return the form; empty when there is none of that name
     */
    public static Optional<Form> parse(String name) {
        if (name.isEmpty()) return Optional.of(PLAIN);
        if (name.equals(MARKUP)) return Optional.of(new Form(true, Optional.empty()));
        boolean markup = name.startsWith(AND);
        return Format.parse(markup ? name.substring(AND.length()) : name)
                .map(format -> new Form(markup, Optional.of(format)));
    }

    /**
     * The name, as it stands in that of a group.
     *
     * @return without white space; empty for plain values
     */
    public String name() {
        if (format.isEmpty()) return markup ? MARKUP : "";
        return (markup ? AND : "") + format.get().name();
    }

    /**
     * An update in this form.
     *
     * @param update what is said, with a plain value
     * @param meaning what the property has, for a plain value; each element's, for a list
     * @return a value's update as it is shown; any other update as it is
     * @throws RuntimeException what a converter of the application throws
     */
    public Update of(Update update, UnaryOperator<@Nullable Object> meaning) {
        if (!(update instanceof UpdateValue value)) return update;
        Object shown = format.isEmpty() ? value.value() : shown(format.get(), meaning.apply(value.value()));
        return new UpdateValue(value.group(), shown, markup || value.html());
    }

    private static @Nullable Object shown(Format format, @Nullable Object value) {
        if (!(value instanceof List<?> elements)) return PlainValue.of(format.shown(value));
        return elements.stream()
                .map(element -> PlainValue.text(format.shown(element)))
                .collect(Collectors.joining(PlainValue.SEPARATOR));
    }
}
