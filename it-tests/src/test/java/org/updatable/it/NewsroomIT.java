package org.updatable.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Nested;

/** The shipped WAR with the fixture in it: one server for everything that needs scenarios. Stuck browsers need large values. */
@OnServer
class NewsroomIT {

    @Deployment(testable = false)
    public static WebArchive newsroom() {
        return Archives.withFixture()
                .addAsResource(
                        new StringAsset("""
                                updatable.max-update-bytes=1000000
                                updatable.silence-seconds=%d
                                """.formatted(org.updatable.it.protocol.SilentBrowsers.SECONDS)),
                        "META-INF/microprofile-config.properties");
    }

    @Nested
    class SeedClients extends org.updatable.it.protocol.SeedClients {}

    @Nested
    class OurClients extends org.updatable.it.protocol.OurClients {}

    @Nested
    class Channels extends org.updatable.it.protocol.Channels {}

    @Nested
    class BadFrames extends org.updatable.it.protocol.BadFrames {}

    @Nested
    class Origins extends org.updatable.it.protocol.Origins {}

    @Nested
    class Limited extends org.updatable.it.protocol.Limited {}

    @Nested
    class StuckBrowsers extends org.updatable.it.protocol.StuckBrowsers {}

    @Nested
    class SilentBrowsers extends org.updatable.it.protocol.SilentBrowsers {}

    @Nested
    class Observers extends org.updatable.it.application.Observers {}

    @Nested
    class MicroProfile extends org.updatable.it.application.MicroProfile {}

    @Nested
    class Trapped extends org.updatable.it.application.Trapped {}

    @Nested
    class Office extends org.updatable.it.browser.Office {}

    @Nested
    class Editing extends org.updatable.it.browser.Editing {}

    @Nested
    class Updates extends org.updatable.it.browser.Updates {}

    @Nested
    class Transactions extends org.updatable.it.browser.Transactions {}

    @Nested
    class Statements extends org.updatable.it.browser.Statements {}

    @Nested
    class FacesPages extends org.updatable.it.browser.FacesPages {}

    @Nested
    class Sayings extends org.updatable.it.browser.Sayings {}

    @Nested
    class AdvertPages extends org.updatable.it.browser.AdvertPages {}

    @Nested
    class HostileValues extends org.updatable.it.browser.HostileValues {}

    @Nested
    class JspPages extends org.updatable.it.browser.JspPages {}

    @Nested
    class MistakesInProduction extends org.updatable.it.browser.MistakesInProduction {}

    @Nested
    class Overtaken extends org.updatable.it.browser.Overtaken {}

    @Nested
    class DjangoClients extends org.updatable.it.browser.DjangoClients {}

    @Nested
    class Notices extends org.updatable.it.browser.Notices {}

    @Nested
    class Regions extends org.updatable.it.browser.Regions {}

    @Nested
    class ModelObservers extends org.updatable.it.browser.ModelObservers {}

    @Nested
    class Connections extends org.updatable.it.browser.Connections {}
}
