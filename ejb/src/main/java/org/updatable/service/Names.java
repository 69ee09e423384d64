package org.updatable.service;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** What the server calls the application that asks. To be asked on a thread of the application. */
public final class Names {
    private static final Logger LOG = System.getLogger("org.updatable");

    private Names() {}

    /**
     * The name of the application, which is the EAR's where there is one.
     *
     * @return empty on a server that gives it none
     */
    public static String ofApplication() {
        return named("java:app/AppName");
    }

    /**
     * The name of the module.
     *
     * @return empty on a server that gives it none
     */
    public static String ofModule() {
        return named("java:module/ModuleName");
    }

    @SuppressWarnings("BanJNDI") // constant names, in the application's own environment
    private static String named(String name) {
        try {
            return String.valueOf(InitialContext.<Object>doLookup(name));
        } catch (NamingException nameless) {
            LOG.log(Level.DEBUG, "The server gives this application no name.", nameless);
            return "";
        }
    }
}
