package org.updatable.taglib;

import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.DynamicAttributes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code <upd:updatable entity="${post}" field="title"/>} in JSP: an element that shows a field, and names the group
 * which keeps it live. Attributes that the tag does not know are the element's own.
 */
public class UpdatableTag extends FormattingTag implements DynamicAttributes {
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private @Nullable Object entity;
    private String field = "";
    private String path = "";
    private @Nullable Object context;
    private boolean safe;
    private String announce = "";
    private String element = "span";

    /** Made by the page. */
    public UpdatableTag() {}

    @Override
    public void doTag() throws IOException {
        PageContext page = (PageContext) getJspContext();
        Asked asked = new Asked(entity, field, path, context, safe, announce, locale(page), formatting(page), true);
        LiveField live = LiveField.of(asked);
        page.getOut().write(element.isEmpty() ? content(live) : live.element(element, attributes));
    }

    private static String content(LiveField live) {
        return live.markup() ? live.text() : Html.text(live.text());
    }

    /**
     * What to show something of.
     *
     * @param entity an entity, or null
     */
    public void setEntity(@Nullable Object entity) {
        this.entity = entity;
    }

    /**
     * What to show.
     *
     * @param field the name of a live property
     */
    public void setField(String field) {
        this.field = field;
    }

    /**
     * What to show, where it is not said of a field alone.
     *
     * @param path a path of the entity, or several
     */
    public void setPath(String path) {
        this.path = path;
    }

    /**
     * For whom to show it.
     *
     * @param context of a property that is another one for each of them; said by its {@code toString()}
     */
    public void setContext(@Nullable Object context) {
        // The expression language makes an empty text of null.
        this.context = "".equals(context) ? null : context;
    }

    /**
     * Whether the value is markup, which the page trusts.
     *
     * @param safe false, which is the default, for text
     */
    public void setSafe(boolean safe) {
        this.safe = safe;
    }

    /**
     * How a change is announced to screen readers.
     *
     * @param announce {@code polite} or {@code assertive}; empty for not at all
     */
    public void setAnnounce(String announce) {
        this.announce = announce;
    }

    /**
     * More attributes of the element.
     *
     * @param attrs values by names; null for none
     */
    public void setAttrs(@Nullable Map<String, ?> attrs) {
        if (attrs != null) attrs.forEach((name, value) -> setDynamicAttribute(null, name, value));
    }

    /**
     * What to show it in.
     *
     * @param element the name of an HTML element; empty for none, and then the text is not live
     */
    public void setElement(String element) {
        this.element = element;
    }

    /**
     * The element's class, under the name that it has in Faces.
     *
     * @param styleClass a class, or several
     */
    public void setStyleClass(String styleClass) {
        setDynamicAttribute(null, "class", styleClass);
    }

    /**
     * The element's style.
     *
     * @param style CSS
     */
    public void setStyle(String style) {
        setDynamicAttribute(null, "style", style);
    }

    /**
     * The element's id.
     *
     * @param id an id
     */
    public void setId(String id) {
        setDynamicAttribute(null, "id", id);
    }

    @Override
    public void setDynamicAttribute(@Nullable String uri, String name, @Nullable Object value) {
        // The expression language makes an empty text of null before a setter of the tag's own sees it.
        if (value != null && !value.equals("")) attributes.put(name, value);
    }
}
