package org.updatable.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code ./mvnw verify -Pother-servers}. Not part of the default build, and so not named as its tests are. */
class OtherServers {

    @Nested
    class OnPayaraServer extends Proof<GlassFish> {
        OnPayaraServer() {
            super(new GlassFish("Payara Server", version("payara"), unpacked("payara/payara6/glassfish")));
        }
    }

    @Nested
    class OnGlassFish extends Proof<GlassFish> {
        OnGlassFish() {
            super(new GlassFish(
                    "GlassFish",
                    version("glassfish"),
                    unpacked("glassfish-" + version("glassfish") + "/glassfish8/glassfish")));
        }
    }

    @Nested
    class OnWildFlyPreview extends Proof<WildFlyPreview> {
        OnWildFlyPreview() {
            super(new WildFlyPreview(
                    version("wildfly-preview"),
                    unpacked("wildfly-preview/wildfly-preview-" + version("wildfly-preview"))));
        }
    }

    @Nested
    class OnOpenLiberty extends Proof<OpenLiberty> {
        OnOpenLiberty() {
            super(new OpenLiberty(version("openliberty"), unpacked("openliberty/wlp")));
        }

        /** It runs EclipseLink, but an application does not see the classes of EclipseLink. */
        @Test
        void anApplicationThatDoesNotSeeTheProviderDoesNotStart() throws IOException {
            server.deployWithoutProvider(WAR, "blind");

            assertThat(server.log())
                    .contains(
                            "EclipseLink runs persistence unit \"newsroom\", and the server lets no application see its"
                                    + " classes.")
                    .doesNotContain("Application blind started");
        }
    }

    private static String version(String server) {
        return System.getProperty(server + ".version");
    }

    private static Path unpacked(String directory) {
        return OtherServer.DIRECTORY.resolve(directory);
    }
}
