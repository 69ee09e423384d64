package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

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
    class Patterns extends org.updatable.it.postgres.Patterns {}

    @Nested
    class Supervision extends org.updatable.it.postgres.Supervision {}

    @Nested
    class Swept extends org.updatable.it.postgres.Swept {}

    @Nested
    @EnabledIf(
            value = "org.updatable.it.postgres.PgBouncer#isThere",
            disabledReason =
                    "There is no PgBouncer. Install Debian's package pgbouncer, or name one with -Dupdatable.pgbouncer=.")
    class Pooled extends org.updatable.it.postgres.Pooled {}
}
