package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.updatable.it.protocol.Client;

/** In an EAR everything is in the WAR. Another layout fails at start, and says so. */
class EarIT {
    private static EarServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = Brand.tested().serverForEars();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        server.stop();
    }

    @Test
    void aWarWithEverythingInItWorks() throws IOException, InterruptedException {
        assertThat(server.deploy(Layouts.everythingInTheWar())).matches(EarServer.Outcome::runs);

        Newsroom newsroom = new Newsroom();
        long id = newsroom.create("Before");
        String title = "post-" + id + "-title";
        URI page = Server.address("newsroom").resolve("fixture/fields.xhtml?id=" + id);
        assertThat(Server.http()
                        .build()
                        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                        .body())
                .contains("data-update-group=\"" + title + "\"");
        try (Client client = Client.ours()) {
            client.joined(title);
            newsroom.edit(id, "title", "After");
            client.comesToHear(title, "After");
        }
    }

    @Test
    void entitiesInAnEjbJarBesideTheWarFailTheStart() throws IOException, InterruptedException {
        assertThat(server.deploy(Layouts.entitiesInAnEjbJar()).runs()).isFalse();
        assertThat(server.log())
                .containsPattern(Server.ours(Level.ERROR)
                        + "No entity is live. @Updatable is not seen where these classes are, outside of the WAR that has"
                        + " updatable-ejb in its WEB-INF/lib: org.updatable.it.ledger.Books. Put the live entities,"
                        + " persistence.xml and the beans that use them into the WAR, in WEB-INF/classes or in a jar in"
                        + " WEB-INF/lib\\.");
    }

    @Test
    void entitiesInTheLibraryFolderFailTheStart() throws IOException, InterruptedException {
        assertThat(server.deploy(Layouts.entitiesInTheLibraryFolder()).runs()).isFalse();
        assertThat(server.log())
                .contains(
                        "No entity is live. @Updatable is not seen where these classes are, outside of the WAR that has"
                                + " updatable-ejb in its WEB-INF/lib: org.updatable.it.ledger.Account,"
                                + " org.updatable.it.ledger.Clipping, org.updatable.it.ledger.Owner and 1 more. Put the");
    }

    @Test
    void ourJarsInTheLibraryFolderFailTheStart() throws IOException, InterruptedException {
        EarServer.Outcome outcome = server.deploy(Layouts.ourJarsInTheLibraryFolder());
        assertThat(outcome.runs()).isFalse();
        assertThat(outcome.told())
                .containsPattern("updatable-ejb works in a WAR only, and is at \\S+/lib/updatable-ejb-\\S+\\.jar. Put"
                        + " updatable-ejb and updatable-taglib into the WEB-INF/lib of the WAR, and the live entities"
                        + " with their beans into the same WAR\\.");
    }
}
