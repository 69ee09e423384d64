package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;
import org.updatable.it.carrier.Carrier;
import org.updatable.it.door.People;
import org.updatable.it.protocol.Carriers;

/** The shipped WAR with people who log in, with every setting of the handshake, and with each way to send. */
@OnServer
class DoorIT {

    @Deployment(testable = false)
    public static WebArchive door() {
        return Archives.shipped()
                .addPackage(People.class.getPackage())
                .addPackage(Carrier.class.getPackage())
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

    @Nested
    class PublicCarrier extends Carriers {
        PublicCarrier() {
            super(Carrier.STANDARD, "WebSocketTransport");
        }
    }

    @Nested
    class CarrierOfTheServer extends Carriers {
        CarrierOfTheServer() {
            super(Carrier.OF_THE_SERVER, Brand.tested().transport());
        }
    }
}
