package org.updatable.it.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * What a message costs, as bars: one picture of all servers that were measured so far. Its axis is linear and begins at zero, so
 * that a bar of half the length is half the cost. Its colours can be read on a light and on a dark page, whichever of both the reader's
 * system prefers: a picture is not told which one the page has.
 */
final class Chart {
    private static final List<String> NAMES =
            List.of("raw limit", "Updatable", "without a commit", "naive loop", "f:websocket");
    private static final List<String> COLOURS = List.of("#8b949e", "#2da44e", "#4ac26b", "#bf8700", "#8957e5");
    private static final Map<String, String> SERVERS = Map.of("payara", "Payara Micro", "wildfly", "WildFly");
    private static final Map<String, String> CASES = Map.of(
            "one", "one field changes: 1,000 pages are told it",
            "fifty", "50 fields change in one commit: 1,000 pages are told all of them");

    private static final int WIDTH = 760;
    private static final int LEFT = 130;
    private static final int LONGEST = 440;
    private static final int BAR = 16;
    private static final int STEP = 22;

    private final Properties measured = new Properties();

    /** What was measured of each of them, in a case. */
    void add(String of, List<Turns> all) {
        for (int name = 0; name < NAMES.size(); name++)
            measured.setProperty(
                    of + "." + name, Double.toString(all.get(name).perUpdate().median()));
    }

    /** Writes the picture, and what it takes for the next one. Does nothing when something is missing. */
    void write() throws IOException {
        if (measured.size() < CASES.size() * NAMES.size()) return;
        Path directory = Files.createDirectories(Path.of(System.getProperty("it.directory"), "bench"));
        try (Writer file = Files.newBufferedWriter(numbers(directory, System.getProperty("arquillian.launch")))) {
            measured.store(file, null);
        }
        Files.writeString(directory.resolve("fan-out.svg"), picture(directory));
    }

    private static Path numbers(Path directory, String server) {
        return directory.resolve("fan-out-" + server + ".properties");
    }

    private static Properties read(Path file) {
        Properties numbers = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            numbers.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return numbers;
    }

    private static String picture(Path directory) {
        List<String> servers = SERVERS.keySet().stream()
                .sorted()
                .filter(server -> Files.exists(numbers(directory, server)))
                .toList();
        double most = servers.stream()
                .flatMap(server -> read(numbers(directory, server)).values().stream())
                .mapToDouble(number -> Double.parseDouble((String) number))
                .max()
                .orElseThrow();
        StringBuilder bars = new StringBuilder();
        int y = 24;
        y = text(
                bars,
                0,
                y,
                "bold",
                "What a server works to tell one change to one page, in microseconds of its processors");
        for (String server : servers) {
            Properties numbers = read(numbers(directory, server));
            for (String of : List.of("one", "fifty")) {
                y = text(bars, 0, y + 14, "bold", SERVERS.get(server) + ": " + CASES.get(of));
                double limit = number(numbers, of, 0);
                for (int name = 0; name < NAMES.size(); name++) {
                    y = bar(bars, y, name, number(numbers, of, name), limit, most);
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" \
                font-family="system-ui, sans-serif" font-size="13" fill="#6e7681">
                <title>What it costs a server to tell one change to one page</title>
                %3$s</svg>
                """.formatted(WIDTH, y, bars);
    }

    private static double number(Properties numbers, String of, int name) {
        return Double.parseDouble(numbers.getProperty(of + "." + name));
    }

    private static int text(StringBuilder bars, int x, int y, String weight, String text) {
        bars.append("<text x=\"%d\" y=\"%d\" font-weight=\"%s\">%s</text>%n".formatted(x, y, weight, text));
        return y + STEP / 2;
    }

    private static int bar(StringBuilder bars, int y, int name, double micros, double limit, double most) {
        double length = Math.max(1, LONGEST * micros / most);
        bars.append(String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end">%s</text>
                <rect x="%d" y="%d" width="%.1f" height="%d" rx="2" fill="%s"/>
                <text x="%.1f" y="%d">%s</text>
                """,
                LEFT - 8,
                y + BAR - 4,
                NAMES.get(name),
                LEFT,
                y,
                length,
                BAR,
                COLOURS.get(name),
                LEFT + length + 6,
                y + BAR - 4,
                label(micros, limit)));
        return y + STEP;
    }

    private static String label(double micros, double limit) {
        String number = String.format(Locale.ROOT, micros < 1 ? "%.2f" : "%.1f", micros);
        return micros == limit
                ? number
                : String.format(Locale.ROOT, "%s (%.1f times the limit)", number, micros / limit);
    }
}
