package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;
import org.updatable.it.carrier.Carrier;
import org.updatable.it.protocol.Carriers;

/** The shipped WAR, and the ways to send that it has on this server. */
@OnServer
class CarrierIT {

    @Deployment(testable = false)
    public static WebArchive carrier() {
        return Archives.shipped().addPackage(Carrier.class.getPackage());
    }

    @Nested
    class Standard extends Carriers {
        Standard() {
            super(Carrier.STANDARD, "WebSocketTransport");
        }
    }

    @Nested
    class OfTheServer extends Carriers {
        OfTheServer() {
            super(Carrier.OF_THE_SERVER, Brand.tested().transport());
        }
    }
}
