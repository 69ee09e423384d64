package org.updatable.it;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** What a test waits for is looked for at once and then often: there are thousands of waits, and each is for some milliseconds. */
public final class Polling implements TestExecutionListener {
    private static final Duration OFTEN = Duration.ofMillis(20);

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(OFTEN);
    }
}
