package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;

/** The shipped WAR with the fixture, on a PostgreSQL, and beside it some on other databases. */
@OnServer(withOtherDatabases = true)
class PostgresIT {

    @Deployment(testable = false)
    public static WebArchive newsroom() {
        return Archives.onPostgres();
    }

    @Nested
    class OtherPrograms extends org.updatable.it.postgres.OtherPrograms {}

    @Nested
    class TriggersOnRequest extends org.updatable.it.postgres.TriggersOnRequest {}

    @Nested
    class Supervision extends org.updatable.it.postgres.Supervision {}

    @Nested
    class Swept extends org.updatable.it.postgres.Swept {}
}
