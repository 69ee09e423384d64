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
import org.jspecify.annotations.Nullable;

/**
 * {@code <upd:state/>} in JSP: says to people whether the page is {@linkplain ConnectionState live}. Attributes that the tag
 * does not know are the element's own.
 */
public class StateTag extends SimpleTagSupport implements DynamicAttributes {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    /** Made by the page. */
    public StateTag() {}

    @Override
    public void doTag() throws IOException {
        PageContext page = (PageContext) getJspContext();
        HttpServletRequest request = (HttpServletRequest) page.getRequest();
        Locale locale = JspFunctions.locale(Config.find(page, Config.FMT_LOCALE), request);
        page.getOut().write(new ConnectionState(locale, texts).markup(request.getContextPath(), attributes));
    }

    @Override
    public void setDynamicAttribute(@Nullable String uri, String name, @Nullable Object value) {
        if (value != null) attributes.put(name, value);
    }

    /**
     * What is said while the page is live.
     *
     * @param text plain text; empty for nothing
     */
    public void setLive(String text) {
        texts.put("live", text);
    }

    /**
     * What is said until it is so for the first time.
     *
     * @param text plain text; empty for nothing
     */
    public void setConnecting(String text) {
        texts.put("connecting", text);
    }

    /**
     * What is said while its connection is lost.
     *
     * @param text plain text; empty for nothing
     */
    public void setOffline(String text) {
        texts.put("offline", text);
    }

    /**
     * What is said when something on it does not follow any more.
     *
     * @param text plain text; empty for nothing
     */
    public void setStale(String text) {
        texts.put("stale", text);
    }

    /**
     * What is said by the link beside that.
     *
     * @param text plain text; empty for nothing
     */
    public void setReload(String text) {
        texts.put("reload", text);
    }
}
