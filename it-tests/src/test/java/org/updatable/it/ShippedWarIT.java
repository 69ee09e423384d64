package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;

/** The shipped WAR, entirely unchanged, and another application beside it. */
@OnServer(withEveningEdition = true)
class ShippedWarIT {

    @Deployment(testable = false)
    public static WebArchive newsroom() {
        return Archives.shipped();
    }

    @Nested
    class FirstSight extends org.updatable.it.browser.FirstSight {}

    @Nested
    class MistakesInDevelopment extends org.updatable.it.browser.MistakesInDevelopment {}

    @Nested
    class Pictures extends org.updatable.it.browser.Pictures {}
}
