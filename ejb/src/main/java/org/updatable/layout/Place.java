package org.updatable.layout;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessSessionBean;

/**
 * Our jar is where the server runs its session beans and serves its endpoint: in a WAR. In the library folder of an EAR
 * some servers fail without a reason (Payara), and others start without us.
 */
public class Place implements Extension {
    private static final String OURS = "org.updatable.";

    private boolean runsOurBeans;

    /** Made by the container. */
    public Place() {}

    void see(@Observes ProcessSessionBean<?> bean) {
        if (bean.getEjbName().startsWith(OURS)) runsOurBeans = true;
    }

    void refuse(@Observes AfterDeploymentValidation end) {
        if (runsOurBeans) return;
        end.addDeploymentProblem(new IllegalStateException(
                ("updatable-ejb works in a WAR only, and is at %s. Put updatable-ejb and updatable-taglib into the"
                                + " WEB-INF/lib of the WAR, and the live entities with their beans into the same WAR.")
                        .formatted(Place.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation())));
    }
}
