package org.updatable.layout;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;

/**
 * Each of our jars is in the application once. Asked before the container looks at any bean: of two copies of the server
 * it would say that a class of ours is ambiguous, and of two copies of the tag nothing.
 */
public class Copies implements Extension {
    /** A file of each jar, which every version of it has. */
    private static final String OF_THE_SERVER = "org/updatable/Updatable.class";

    private static final String OF_THE_TAG = "META-INF/updatable.tld";

    /** Made by the container. */
    public Copies() {}

    void refuse(@Observes BeforeBeanDiscovery start) {
        ClassLoader application = Copies.class.getClassLoader();
        refuse(application, "updatable-ejb", OF_THE_SERVER);
        refuse(application, "updatable-taglib", OF_THE_TAG);
    }

    static void refuse(ClassLoader application, String jar, String file) {
        List<String> places = places(application, file);
        if (places.size() > 1)
            throw new IllegalStateException("The application has %s more than once: %s. Remove all but one of them."
                    .formatted(jar, String.join(" and ", places)));
    }

    /** Servers say of one jar {@code file:}, {@code jar:file:} or {@code vfs:}, and may say it twice. */
    private static List<String> places(ClassLoader application, String file) {
        try {
            return Collections.list(application.getResources(file)).stream()
                    .map(url -> url.getPath().replaceFirst("^file:", "").replaceFirst("!?/\\Q" + file + "\\E$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
