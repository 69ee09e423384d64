package org.updatable.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures what needs no server, each part beside the least that somebody without us would do. */
final class PureParts {
    private PureParts() {}

    /**
     * Runs the benchmarks, briefly where nothing else is said.
     *
     * @param arguments the file to write, and what JMH takes on its command line
     */
    public static void main(String[] arguments) throws Exception {
        CommandLineOptions said =
                new CommandLineOptions(arguments[1].isBlank() ? new String[0] : arguments[1].split(" "));
        OptionsBuilder all = new OptionsBuilder();
        all.parent(said)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(said.getForkCount().orElse(1))
                .warmupIterations(said.getWarmupIterations().orElse(3))
                .warmupTime(said.getWarmupTime().orElse(TimeValue.seconds(1)))
                .measurementIterations(said.getMeasurementIterations().orElse(5))
                .measurementTime(said.getMeasurementTime().orElse(TimeValue.seconds(1)))
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class);
        new Findings(new Runner(all.build()).run()).write(Path.of(arguments[0]));
    }
}
