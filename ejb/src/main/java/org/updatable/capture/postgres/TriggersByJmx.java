package org.updatable.capture.postgres;

import java.sql.SQLException;
import org.updatable.Triggers;
import org.updatable.counters.Failures;

/** Tells failures in words only: whoever asks may not have the classes of the database. */
final class TriggersByJmx implements TriggersMXBean {
    private final Triggers triggers;

    TriggersByJmx(Triggers triggers) {
        this.triggers = triggers;
    }

    @Override
    public String getScript() {
        return triggers.script();
    }

    @Override
    public String getRemoval() {
        return triggers.removal();
    }

    @Override
    public void install() {
        inWords(triggers::install);
    }

    @Override
    public void remove() {
        inWords(triggers::remove);
    }

    private static void inWords(Request request) {
        try {
            request.run();
        } catch (SQLException | RuntimeException refused) {
            Failures.report("The triggers were not changed.", refused);
            throw new IllegalStateException(words(refused));
        }
    }

    /** The container may have wrapped what was thrown. */
    private static String words(Throwable refused) {
        Throwable first = refused;
        while (first.getCause() != null) first = first.getCause();
        return String.valueOf(first.getMessage());
    }

    private interface Request {
        void run() throws SQLException;
    }
}
