package org.updatable.capture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Who calls, and from which browser tab, as far as the current request tells. */
@ApplicationScoped
class Caller {
    private static final String TAB_HEADER = "Updatable-Tab";
    private static final String TAB_PARAMETER = "updatable.tab";
    private static final int MAX_TAB_LENGTH = 64;

    @Inject
    Instance<HttpServletRequest> request;

    /** A unit for the current request; one that knows nobody outside of a request. */
    UnitOfUpdates unit(boolean muted) {
        try {
            if (!request.isResolvable()) return new UnitOfUpdates(null, null, muted);
            HttpServletRequest current = request.get();
            return new UnitOfUpdates(actor(current), tab(current), muted);
        } catch (ContextNotActiveException | IllegalStateException noRequest) { // Weld throws the one or the other
            return new UnitOfUpdates(null, null, muted);
        }
    }

    private static @Nullable String actor(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? null : principal.getName();
    }

    /** The script puts the parameter into forms; a page that uses fetch sets the header. */
    private static @Nullable String tab(HttpServletRequest request) {
        String tab = request.getHeader(TAB_HEADER);
        if (tab == null && "POST".equals(request.getMethod())) tab = request.getParameter(TAB_PARAMETER);
        return tab == null || tab.isEmpty() || tab.length() > MAX_TAB_LENGTH ? null : tab;
    }
}
