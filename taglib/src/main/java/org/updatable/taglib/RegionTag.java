package org.updatable.taglib;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.jsp.JspException;
import jakarta.servlet.jsp.JspWriter;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.DynamicAttributes;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updatable.taglib.Region.How;

/**
 * {@code <upd:region channel="orders">} in JSP: a {@linkplain Region region}, rendered again with its page. Attributes that the tag does
 * not know are the element's own.
 */
public class RegionTag extends SimpleTagSupport implements DynamicAttributes {
    private static final String COUNT = RegionTag.class.getName();

    private final Map<String, String> own = new LinkedHashMap<>();
    private String channel = "";
    private @Nullable Object pk;
    private @Nullable String fields;
    private String element = "div";
    private @Nullable String id;

    /** Made by the page. */
    public RegionTag() {}

    @Override
    public void doTag() throws JspException, IOException {
        PageContext page = (PageContext) getJspContext();
        Map<String, String> attributes = new LinkedHashMap<>(own);
        attributes.putAll(
                new Region(channel, pk, fields).attributes(id((HttpServletRequest) page.getRequest()), How.PAGE));
        String name = Html.elementName(element);
        JspWriter out = page.getOut();
        out.write("<" + name + " " + Html.attributes(attributes) + ">");
        if (getJspBody() != null) getJspBody().invoke(null);
        out.write("</" + name + ">");
    }

    /** The same whenever the page is rendered. */
    private String id(HttpServletRequest request) {
        if (id != null) return id;
        Object before = request.getAttribute(COUNT);
        int number = before == null ? 1 : (Integer) before + 1;
        request.setAttribute(COUNT, number);
        return "upd-region-" + number;
    }

    @Override
    public void setDynamicAttribute(@Nullable String uri, String name, @Nullable Object value) {
        if (value != null) own.put(name, value.toString());
    }

    /**
     * Says what it follows.
     *
     * @param channel the name of a channel
     */
    public void setChannel(String channel) {
        this.channel = channel;
    }

    /**
     * Says which row it is about.
     *
     * @param pk the row's id; null for every row
     */
    public void setPk(@Nullable Object pk) {
        this.pk = pk;
    }

    /**
     * Says what it shows.
     *
     * @param fields the names of live properties, separated by white space; null for all
     */
    public void setFields(@Nullable String fields) {
        this.fields = fields;
    }

    /**
     * Says what it is.
     *
     * @param element the name of an element
     */
    public void setElement(String element) {
        this.element = element;
    }

    /**
     * Says how it is found again.
     *
     * @param id the element's id; null for one that the tag makes
     */
    public void setId(@Nullable String id) {
        this.id = id;
    }
}
