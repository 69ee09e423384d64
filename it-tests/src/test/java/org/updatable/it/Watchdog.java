package org.updatable.it;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Ends a run in which nothing goes on any more, with the servers and browsers it started, and says where it stood.
 * Failsafe's own limit ends this JVM alone, and then waits for ever for what holds its output: a browser.
 */
public final class Watchdog implements TestExecutionListener {
    /** Longer than a test may take (see {@code junit-platform.properties}), or the start of a server. */
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private volatile long lastSign = System.nanoTime();
    private volatile String last = "the beginning";

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Thread thread = new Thread(this::watch, "Watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        goesOn("the beginning of " + test.getUniqueId());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        goesOn("the end of " + test.getUniqueId());
    }

    private void goesOn(String sign) {
        lastSign = System.nanoTime();
        last = sign;
    }

    private void watch() {
        try {
            while (System.nanoTime() - lastSign < PATIENCE.toNanos()) Thread.sleep(1_000);
            end();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        // Not System.err, which Failsafe keeps in a file.
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        console.printf("Nothing has gone on for %d minutes, since %s.%n", PATIENCE.toMinutes(), last);
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            console.printf("%s, %s%n", thread.getThreadName(), thread.getThreadState());
            for (StackTraceElement frame : thread.getStackTrace()) console.println("    at " + frame);
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(1);
    }
}
