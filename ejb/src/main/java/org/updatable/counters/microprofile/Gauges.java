package org.updatable.counters.microprofile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.updatable.counters.Counters;
import org.updatable.counters.CountersMXBean;

/** The counters as gauges of MicroProfile Metrics. No bean where there is none: see beans.xml. */
@ApplicationScoped
class Gauges {
    private static final Map<String, ToLongFunction<CountersMXBean>> BY_NAME = Map.ofEntries(
            Map.entry("commits", CountersMXBean::getCommits),
            Map.entry("offered", CountersMXBean::getOffered),
            Map.entry("conflated", CountersMXBean::getConflated),
            Map.entry("frames", CountersMXBean::getFrames),
            Map.entry("opened", CountersMXBean::getOpened),
            Map.entry("open", CountersMXBean::getOpen),
            Map.entry("catchUps", CountersMXBean::getCatchUps),
            Map.entry("readsToCatchUp", CountersMXBean::getReadsToCatchUp),
            Map.entry("readsOfChanges", CountersMXBean::getReadsOfChanges),
            Map.entry("readsForObservers", CountersMXBean::getReadsForObservers),
            Map.entry("givenUp", CountersMXBean::getGivenUp),
            Map.entry("groups", CountersMXBean::getGroups),
            Map.entry("observations", CountersMXBean::getObservations),
            Map.entry("standingSeconds", CountersMXBean::getStandingSeconds),
            Map.entry("failures", CountersMXBean::getFailures));

    void show(
            @Observes @Initialized(ApplicationScoped.class) Object start, MetricRegistry registry, Counters counters) {
        BY_NAME.forEach((name, number) ->
                registry.gauge("updatable." + name, counters, (Counters all) -> number.applyAsLong(all)));
    }
}
