package org.updatable.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lives in the heap of a process, in bytes, as its own histogram says it ({@code jcmd GC.class_histogram}, which collects what does not).
 *
 * @param all of it
 * @param ours the objects of our classes alone, without what they keep in maps and texts
 */
record Heap(long all, long ours) {
    /** {@code   12:   1000   32000  org.updatable.hub.Outbox}; the last line begins with {@code Total}. */
    private static final Pattern LINE = Pattern.compile("(?:\\d+:|Total)\\s+\\d+\\s+(\\d+)(?:\\s+(\\S+).*)?");

    private static final String OUR_CLASSES = "org.updatable.";
    private static final String OF_THE_BENCHMARK = "org.updatable.it.";

    /** Looks now; the process stands still meanwhile. */
    static Heap of(long process) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        long all = 0;
        long ours = 0;
        try (BufferedReader lines = jcmd.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher found = LINE.matcher(line.strip());
                if (!found.matches()) continue;
                long bytes = Long.parseLong(found.group(1));
                String name = found.group(2);
                if (name == null) all = bytes;
                else if (name.startsWith(OUR_CLASSES) && !name.startsWith(OF_THE_BENCHMARK)) ours += bytes;
            }
        }
        if (jcmd.waitFor() != 0 || all == 0) throw new IOException("jcmd does not know process " + process);
        return new Heap(all, ours);
    }
}
