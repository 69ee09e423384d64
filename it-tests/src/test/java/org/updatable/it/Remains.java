package org.updatable.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is at work in the JVM of a server for an application that was undeployed: what we make when it runs, the sessions
 * of its WebSockets, and threads that are in our code.
 *
 * <p>Not the class loader itself, which the servers and the JDK keep for a while, whatever an application does. Payara has
 * it in requests that became WebSockets and wait in a cache of each worker thread, and in the access control context of
 * managed threads that it called first; WildFly in the context class loader of worker threads that it called first; JDK 17
 * in {@code ObjectMethods}, for the last record that was compared.
 */
final class Remains {
    private static final Pattern AT_WORK = Pattern.compile(
            "^ *\\d+: +(\\d+) +\\d+ +("
                    + "org\\.updatable\\.hub\\.(?:Hub|Outbox|UpdatesEndpoint|Watched|WebSocketTransport)"
                    + "|org\\.updatable\\.backplane\\.(?:Lane|LocalBackplane)"
                    + "|org\\.updatable\\.present\\.Present"
                    + "|org\\.updatable\\.capture\\.(?:Capture|CommitSlot|Observation|Publication|UnitOfUpdates)"
                    + "|org\\.updatable\\.it\\.leak\\.\\w+"
                    + "|org\\.glassfish\\.tyrus\\.core\\.TyrusSession"
                    + "|io\\.undertow\\.websockets\\.jsr\\.UndertowSession"
                    + ")(?: .*)?$",
            Pattern.MULTILINE);

    private Remains() {}

    /** Each as a sentence. Collects garbage before it looks. */
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

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        try (InputStream answer = process.getInputStream()) {
            String told = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(told);
            return told;
        }
    }
}
