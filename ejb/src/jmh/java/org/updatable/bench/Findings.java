package org.updatable.bench;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** What was measured, for people: a file in Markdown, and the console. */
final class Findings {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, Found> byBenchmark = new TreeMap<>();

    /**
     * Of one benchmark.
     *
     * @param nanoseconds of each measurement, for one operation
     * @param bytes allocated, of each measurement
     */
    private record Found(Statistics nanoseconds, Statistics bytes) {}

    Findings(Collection<RunResult> results) {
        for (RunResult result : results) {
            Result<?> allocated =
                    Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
            byBenchmark.put(
                    result.getParams().getBenchmark(),
                    new Found(result.getPrimaryResult().getStatistics(), allocated.getStatistics()));
        }
    }

    /** One line for each benchmark that is compared to another one which was run, too. */
    void write(Path file) throws IOException, ReflectiveOperationException {
        List<String> lines = new ArrayList<>();
        lines.add("The pure parts: JDK %d, %d processors"
                .formatted(Runtime.version().feature(), Runtime.getRuntime().availableProcessors()));
        lines.add("");
        lines.add("| what | median ns | range | bytes allocated | compared to | median ns | range | bytes allocated"
                + " | ratio of time |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Map.Entry<String, Found> found : byBenchmark.entrySet()) {
            String benchmark = found.getKey();
            ComparedTo compared = method(benchmark).getAnnotation(ComparedTo.class);
            if (compared == null) continue;
            Found other = byBenchmark.get(benchmark.substring(0, benchmark.lastIndexOf('.') + 1) + compared.value());
            if (other != null) lines.add(line(found.getValue(), other, compared));
        }
        String text = String.join(System.lineSeparator(), lines) + System.lineSeparator();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
        System.out.println(text);
    }

    private static String line(Found ours, Found other, ComparedTo compared) {
        double ratio = median(ours.nanoseconds()) / median(other.nanoseconds());
        return "| %s | %s | %s | %s | %s |"
                .formatted(compared.what(), cells(ours), compared.with(), cells(other), text(ratio));
    }

    private static String cells(Found found) {
        Statistics times = found.nanoseconds();
        return "%s | %s-%s | %s"
                .formatted(
                        text(median(times)), text(times.getMin()), text(times.getMax()), text(median(found.bytes())));
    }

    private static double median(Statistics statistics) {
        return statistics.getPercentile(50);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.0f", number);
    }

    private static Method method(String benchmark) throws ReflectiveOperationException {
        int dot = benchmark.lastIndexOf('.');
        String name = benchmark.substring(dot + 1);
        for (Method method : Class.forName(benchmark.substring(0, dot)).getMethods())
            if (method.getName().equals(name)) return method;
        throw new NoSuchMethodException(benchmark);
    }
}
