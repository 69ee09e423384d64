package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;
import org.updatable.it.browser.Editing;

/** The shipped WAR with the fixture in it: one server for everything that needs scenarios. */
@OnPayaraMicro
class NewsroomIT {

    @Deployment(testable = false)
    public static WebArchive newsroom() {
        return Archives.withFixture();
    }

    @Nested
    class PeopleWhoEdit extends Editing {}
}
