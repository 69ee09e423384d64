package org.updatable.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is left in the JVM of a server of an application that was undeployed. */
final class Remains {
    private static final Pattern AT_WORK = Pattern.compile(
            "^ *\\d+: +(\\d+) +\\d+ +("
                    + "org\\.updatable\\.hub\\.(?:Hub|Outbox|UpdatesEndpoint|Watched|WebSocketTransport)"
                    + "|org\\.updatable\\.backplane\\.(?:Lane|LocalBackplane)"
                    + "|org\\.updatable\\.present\\.Present"
                    + "|org\\.updatable\\.capture\\.(?:Capture|CommitSlot|Observation|Publication|UnitOfUpdates)"
                    + "|org\\.updatable\\.it\\.leak\\.\\w+"
                    + ")(?: .*)?$",
            Pattern.MULTILINE);

    /** One of our classes that an application with us always has. */
    private static final String OURS = "org.updatable.hub.Hub";

    private Remains() {}

    /**
     * What is at work for it: what we make when it runs, an outbox for each connection among it, and threads that are in
     * our code. Each as a sentence. Collects garbage before it looks.
     */
    static List<String> in(long pid) throws IOException, InterruptedException {
        List<String> remains = new ArrayList<>();
        AT_WORK.matcher(jcmd(pid, "GC.class_histogram"))
                .results()
                .map(found -> found.group(1) + " of " + found.group(2))
                .forEach(remains::add);
        for (String thread : jcmd(pid, "Thread.print").split("\n\n", -1))
            if (thread.contains("org.updatable."))
                remains.add("thread " + thread.lines().findFirst().orElseThrow().replaceFirst("^(\".*?\").*", "$1"));
        return remains;
    }

    /**
     * How many class loaders have our classes: none when nothing can be reached that knows one of them, such as the
     * session of a WebSocket. Collects garbage before it looks.
     *
     * <p>The servers and the JDK keep some, whatever an application does: WildFly in the context class loader of a thread
     * that it was the first to need, Payara in the access control context of a managed thread that it was the first to
     * need, and in each request that became a WebSocket, until the thread of that request has another WebSocket (where it
     * was still open when the application ended, that is a thread of the administration, which never has), JDK 17 where it
     * remembers the last record that was compared.
     */
    static long classLoaders(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return jcmd(pid, "VM.class_hierarchy", OURS)
                .lines()
                .filter(line -> line.contains(OURS + "/"))
                .count();
    }

    private static String jcmd(long pid, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        line.add(Long.toString(pid));
        line.addAll(List.of(command));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        try (InputStream answer = process.getInputStream()) {
            String told = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(told);
            return told;
        }
    }
}
