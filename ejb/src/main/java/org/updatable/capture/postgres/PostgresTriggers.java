package org.updatable.capture.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.updatable.Triggers;

/** The triggers of the databases that the application has. */
@ApplicationScoped
public class PostgresTriggers implements Triggers {
    @Inject
    PostgresLifecycle databases;

    /** Made by the container. */
    public PostgresTriggers() {}

    @Override
    public String script() {
        return TriggerScript.of(databases.tables());
    }

    @Override
    public String removal() {
        return TriggerScript.removal();
    }

    @Override
    public void install() throws SQLException {
        databases.installTriggers();
    }

    @Override
    public void remove() throws SQLException {
        databases.removeTriggers();
    }
}
