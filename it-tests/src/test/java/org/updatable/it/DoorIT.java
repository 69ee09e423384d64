package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;
import org.updatable.it.door.People;

/** The shipped WAR with people who log in, and with every setting of the handshake. */
@OnServer
class DoorIT {

    @Deployment(testable = false)
    public static WebArchive door() {
        return Archives.shipped()
                .addPackage(People.class.getPackage())
                .addAsResource(
                        new StringAsset("""
                        updatable.allowed-origins=https://news.example, https://other.example:8443, %s
                        updatable.trust-forwarded=true
                        updatable.max-connections-per-user=3
                        updatable.max-connections-per-address=25
                        """.formatted(Proxies.allowedOrigin())),
                        "META-INF/microprofile-config.properties");
    }

    @Nested
    class AllowedOrigins extends org.updatable.it.protocol.AllowedOrigins {}

    @Nested
    class Limits extends org.updatable.it.protocol.Limits {}

    @Nested
    class Logouts extends org.updatable.it.protocol.Logouts {}

    @Nested
    class Proxies extends org.updatable.it.browser.Proxies {}
}
