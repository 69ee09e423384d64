package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;

/** The shipped WAR with the fixture, on a PostgreSQL. */
@OnServer
class PostgresIT {

    @Deployment(testable = false)
    public static WebArchive newsroom() {
        return Archives.onPostgres();
    }

    @Nested
    class OtherPrograms extends org.updatable.it.postgres.OtherPrograms {}

    @Nested
    class TriggersOnRequest extends org.updatable.it.postgres.TriggersOnRequest {}
}
