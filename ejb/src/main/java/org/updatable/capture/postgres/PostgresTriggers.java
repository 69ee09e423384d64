package org.updatable.capture.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.updatable.Triggers;

/** The triggers of the databases that the application has. */
@ApplicationScoped
public class PostgresTriggers implements Triggers {
    /** Not asked for before it is needed: where our jars lie wrongly there is none, and that is told by somebody else. */
    @Inject
    Instance<PostgresLifecycle> databases;

    /** Made by the container. */
    public PostgresTriggers() {}

    @Override
    public String script() {
        return TriggerScript.of(databases.get().tables());
    }

    @Override
    public String removal() {
        return TriggerScript.removal();
    }

    @Override
    public void install() throws SQLException {
        databases.get().installTriggers();
    }

    @Override
    public void remove() throws SQLException {
        databases.get().removeTriggers();
    }
}
