package org.updatable.capture;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.Collectors;
import org.updatable.model.LiveModel;
import org.updatable.service.Services;

/** The change sources that can work here, and why there is none for a unit. */
public final class ChangeSources {
    private static final String NO_CHANGE_SOURCE =
            "No ChangeSource knows the provider of %s, which has %s. Let EclipseLink or Hibernate run it, with"
                    + " <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider> or"
                    + " <provider>org.hibernate.jpa.HibernatePersistenceProvider</provider> in its persistence.xml, or"
                    + " write a ChangeSource.";

    /** Open Liberty keeps its own libraries from applications unless it is told otherwise. */
    private static final String HIDDEN_PROVIDER =
            "EclipseLink runs %s, and the server lets no application see its classes. On Open Liberty write <classloader"
                    + " apiTypeVisibility=\"+third-party\"/> into the <webApplication> of server.xml.";

    private static final String ECLIPSELINK = "org.eclipse.persistence.";

    private final LiveModel model;
    private final List<ChangeSource> sources = Services.of(ChangeSource.class);

    /** @param model knows the units */
    public ChangeSources(LiveModel model) {
        this.model = model;
    }

    /**
     * Who observes a unit.
     *
     * @param unit a persistence unit
     * @return the one that knows its provider
     * @throws IllegalStateException when nobody can; the message says what to do
     */
    public ChangeSource of(EntityManagerFactory unit) {
        return sources.stream()
                .filter(source -> knows(source, unit))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(unknown(unit)));
    }

    private static boolean knows(ChangeSource source, EntityManagerFactory unit) {
        try {
            return source.knows(unit);
        } catch (LinkageError providerIsAbsent) {
            return false;
        }
    }

    private String unknown(EntityManagerFactory unit) {
        String name = model.nameOf(unit);
        String said = name.isEmpty() ? "the persistence unit" : "persistence unit \"%s\"".formatted(name);
        if (isHidden(unit.getMetamodel().getClass().getName())) return HIDDEN_PROVIDER.formatted(said);
        return NO_CHANGE_SOURCE.formatted(
                said,
                model.entitiesOf(unit).stream()
                        .map(entity -> entity.javaType().getName())
                        .collect(Collectors.joining(", ")));
    }

    private static boolean isHidden(String ofProvider) {
        try {
            Class.forName(ofProvider, false, ChangeSources.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException notSeen) {
            return ofProvider.startsWith(ECLIPSELINK);
        }
    }
}
