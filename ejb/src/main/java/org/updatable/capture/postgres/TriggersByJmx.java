package org.updatable.capture.postgres;

import java.util.concurrent.Callable;
import org.updatable.Triggers;
import org.updatable.counters.Failures;

/**
 * Comes from threads that know nothing of the application, and tells failures in words only: whoever asks may not have the classes of
 * the database.
 */
final class TriggersByJmx implements TriggersMXBean {
    private final Triggers triggers;

    TriggersByJmx(Triggers triggers) {
        this.triggers = triggers;
    }

    @Override
    public String getScript() {
        return inTheApplication(triggers::script);
    }

    @Override
    public String getRemoval() {
        return inTheApplication(triggers::removal);
    }

    @Override
    public void install() {
        inTheApplication(() -> {
            triggers.install();
            return true;
        });
    }

    @Override
    public void remove() {
        inTheApplication(() -> {
            triggers.remove();
            return true;
        });
    }

    private static <T> T inTheApplication(Callable<T> request) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(TriggersByJmx.class.getClassLoader());
        try {
            return request.call();
        } catch (Exception refused) {
            Failures.report("The triggers were not printed, installed or removed.", refused);
            throw new IllegalStateException(words(refused));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The container may have wrapped what was thrown. */
    private static String words(Throwable refused) {
        Throwable first = refused;
        while (first.getCause() != null) first = first.getCause();
        return String.valueOf(first.getMessage());
    }
}
