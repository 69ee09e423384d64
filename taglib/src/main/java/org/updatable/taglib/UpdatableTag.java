package org.updatable.taglib;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.jstl.core.Config;
import jakarta.servlet.jsp.tagext.DynamicAttributes;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code <upd:updatable entity="${post}" field="title"/>} in JSP: an element that shows a field, and names the group
 * which keeps it live. Attributes that the tag does not know are the element's own.
 */
public class UpdatableTag extends SimpleTagSupport implements DynamicAttributes {
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private @Nullable Object entity;
    private String field = "";
    private String element = "span";

    /** Made by the page. */
    public UpdatableTag() {}

    @Override
    public void doTag() throws IOException {
        PageContext page = (PageContext) getJspContext();
        Object chosen = Config.find(page, Config.FMT_LOCALE);
        LiveField live =
                LiveField.of(entity, field, JspFunctions.locale(chosen, (HttpServletRequest) page.getRequest()));
        attributes.putAll(live.attributes());
        page.getOut()
                .write(element.isEmpty() ? Html.text(live.text()) : Html.element(element, attributes, live.text()));
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
