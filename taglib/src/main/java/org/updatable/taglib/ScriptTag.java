package org.updatable.taglib;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.jsp.PageContext;
import jakarta.servlet.jsp.tagext.SimpleTagSupport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code <upd:script/>} in JSP: includes the {@linkplain Script script}, once per page with all that it includes. */
public class ScriptTag extends SimpleTagSupport {
    private @Nullable Integer hiddenSeconds;

    /** Made by the page. */
    public ScriptTag() {}

    /**
     * Says how long the page stays connected in a tab that nobody sees.
     *
     * @param hiddenSeconds 0 for always; null for the default, a minute
     */
    public void setHiddenSeconds(@Nullable Integer hiddenSeconds) {
        this.hiddenSeconds = hiddenSeconds;
    }

    @Override
    public void doTag() throws IOException {
        PageContext page = (PageContext) getJspContext();
        HttpServletRequest request = (HttpServletRequest) page.getRequest();
        // An error page has the request of the page that failed, but nothing of what that one wrote.
        String once = ScriptTag.class.getName() + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (request.getAttribute(once) != null) return;
        request.setAttribute(once, true);
        page.getOut().write(Script.markup(request, Stage.now(), hiddenSeconds));
    }
}
