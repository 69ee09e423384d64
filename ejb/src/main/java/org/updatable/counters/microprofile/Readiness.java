package org.updatable.counters.microprofile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.updatable.counters.Counters;

/** Whether pages are told what changes, for MicroProfile Health. No bean where there is none: see beans.xml. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements HealthCheck {
    /** Longer than any reading takes. */
    private static final int SECONDS = 60;

    @Inject
    Counters counters;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("updatable")
                .status(counters.getStandingSeconds() < SECONDS)
                .withData("connections", counters.getOpen())
                .withData("groups", counters.getGroups())
                .withData("failures", counters.getFailures())
                .withData("databases", counters.getDatabases())
                .withData("standingSeconds", counters.getStandingSeconds())
                .build();
    }
}
