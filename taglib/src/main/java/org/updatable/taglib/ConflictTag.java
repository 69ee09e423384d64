package org.updatable.taglib;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.jstl.core.Config;
import jakarta.servlet.jsp.tagext.DynamicAttributes;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code <upd:conflict entity="${order}"/>} in a form of JSP: says that the row was changed {@linkplain Conflict meanwhile}. The version that
 * the user has seen is sent with the form. Attributes that the tag does not know are the element's own.
 */
public class ConflictTag extends SimpleTagSupport implements DynamicAttributes {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private @Nullable Object entity;
    private @Nullable String name;

    /** Made by the page. */
    public ConflictTag() {}

    @Override
    public void doTag() throws IOException {
        Optional<Conflict> conflict = Conflict.of(entity);
        if (conflict.isEmpty()) return;
        PageContext page = (PageContext) getJspContext();
        Locale locale =
                JspFunctions.locale(Config.find(page, Config.FMT_LOCALE), (HttpServletRequest) page.getRequest());
        String parameter = name == null ? conflict.get().name() : name;
        page.getOut().write(conflict.get().markup(parameter, null, locale, texts, attributes));
    }

    @Override
    public void setDynamicAttribute(@Nullable String uri, String name, @Nullable Object value) {
        if (value != null) attributes.put(name, value);
    }

    /**
     * Says what the form edits.
     *
     * @param entity an entity; for null, and for one without an id, nothing is written
     */
    public void setEntity(@Nullable Object entity) {
        this.entity = entity;
    }

    /**
     * Says how the version is sent with the form.
     *
     * @param name of the parameter; null for the name of the version
     */
    public void setName(@Nullable String name) {
        this.name = name;
    }

    /**
     * What is said of a change by nobody knows whom.
     *
     * @param text plain text
     */
    public void setChanged(String text) {
        texts.put("changed", text);
    }

    /**
     * What is said of a change by somebody.
     *
     * @param text plain text, in which {@code {0}} stands for the name
     */
    public void setChangedBy(String text) {
        texts.put("changedBy", text);
    }

    /**
     * What the button says that takes the change, and not what the user has written.
     *
     * @param text plain text
     */
    public void setTake(String text) {
        texts.put("take", text);
    }

    /**
     * What the button says that keeps what the user has written.
     *
     * @param text plain text
     */
    public void setKeep(String text) {
        texts.put("keep", text);
    }

    /**
     * What is said when the row is gone.
     *
     * @param text plain text
     */
    public void setRemoved(String text) {
        texts.put("removed", text);
    }
}
