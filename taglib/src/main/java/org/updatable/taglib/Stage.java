package org.updatable.taglib;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Whom a page is written for, and so what becomes of its author's mistakes. */
enum Stage {
    /** For everybody: a mistake is logged, once, and the page is written without what it concerns. */
    PRODUCTION,

    /** For its author: a mistake ends the page. */
    DEVELOPMENT,

    /** For its author, who asked with {@code ?upd-debug}: every element says why it is live or not. */
    EXPLAINED;

    /** Where Faces looks for its project stage; JSP pages go by the same. */
    private static final String JNDI_NAME = "java:comp/env/faces/ProjectStage";

    private static final String CONTEXT_PARAMETER = "jakarta.faces.PROJECT_STAGE";
    private static final Pattern ASKED = Pattern.compile("(.*&)?upd-debug([=&].*)?");

    private static final Logger LOG = System.getLogger("org.updatable");
    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

    /** A page may take a field's name from its request. */
    private static final int MOST_LOGGED = 1_000;

    /** The stage of the request that is being answered. */
    static Stage now() {
        HttpServletRequest request =
                CDI.current().select(HttpServletRequest.class).get();
        // Not its parameters: to read them would settle a form's encoding, which the page may still want to set.
        return of(projectStage(request.getServletContext()), request.getQueryString());
    }

    static Stage of(String projectStage, @Nullable String query) {
        if (!projectStage.equals("Development")) return PRODUCTION;
        return query != null && ASKED.matcher(query).matches() ? EXPLAINED : DEVELOPMENT;
    }

    /**
     * Says a mistake of the page's author, each sentence once.
     *
     * @param sentence what is wrong, where, and what to write instead
     * @throws IllegalArgumentException with the sentence, in {@link #DEVELOPMENT}
     */
    void mistake(String sentence) {
        switch (this) {
            case PRODUCTION -> {
                if (LOGGED.size() < MOST_LOGGED && LOGGED.add(sentence)) LOG.log(Level.WARNING, sentence);
            }
            case DEVELOPMENT -> throw new IllegalArgumentException(sentence);
            case EXPLAINED -> {} // the element says it
        }
    }

    /** It never changes, and to ask JNDI for every field would cost more than to write it. */
    private static String projectStage(ServletContext application) {
        Object known = application.getAttribute(Stage.class.getName());
        if (known != null) return known.toString();
        String read = readProjectStage(application);
        application.setAttribute(Stage.class.getName(), read);
        return read;
    }

    @SuppressWarnings("BanJNDI") // a constant name, in the application's own environment
    private static String readProjectStage(ServletContext application) {
        try {
            return String.valueOf(InitialContext.<Object>doLookup(JNDI_NAME));
        } catch (NamingException notThere) {
            return String.valueOf(application.getInitParameter(CONTEXT_PARAMETER));
        }
    }
}
