package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;

/** Takes the README's picture, docs/two-windows.png: {@code ./mvnw verify -Dit.test=ReadmePicture}. */
@OnPayaraMicro
class ReadmePicture {

    @Deployment(testable = false)
    public static WebArchive newsroom() {
        return Archives.shipped();
    }

    @Nested
    class Picture extends org.updatable.it.browser.Picture {}
}
