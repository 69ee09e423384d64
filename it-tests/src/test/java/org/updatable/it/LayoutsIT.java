package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Every layout works, or fails at start with one sentence that says what to do. All of them are on one server. */
@OnServer(withLayouts = true)
class LayoutsIT {
    private final HttpClient http = Server.http().build();

    @Deployment(testable = false)
    public static WebArchive withoutUnit() {
        return Layouts.withoutUnit();
    }

    @Test
    void anApplicationWithoutUnitHasPagesAndIsWarned() throws Exception {
        assertThat(get("without-unit/page.jsp").body())
                .contains("src=\"/without-unit/updatable/update-listener.js", "data-update-endpoint=");
        assertThat(get("without-unit/updatable/update-listener.js").statusCode())
                .isEqualTo(200);
        assertThat(Server.log())
                .containsPattern(Server.ours(Level.WARNING)
                        + "No entity is live: write @Updatable on one, and inject its @PersistenceContext\\.");
    }

    /** In a servlet and a listener, which are no beans, on a class, and in web.xml. */
    @Test
    void aUnitIsFoundHoweverItIsReferredTo() throws Exception {
        assertThat(get("references/pages").body())
                .contains(
                        "\"namespace\":\"injected\"",
                        "\"namespace\":\"listened\"",
                        "\"namespace\":\"named\"",
                        "\"namespace\":\"declared\"");
    }

    @Test
    void aUnitThatNobodyCanObserveFailsTheStart() throws Exception {
        assertThat(Server.log())
                .containsPattern(Server.ours(Level.ERROR)
                        + "No ChangeSource knows the provider of persistence unit \"things\", which has"
                        + " org.updatable.it.provider.Thing. Let EclipseLink or Hibernate run it,"
                        + " with <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider> or"
                        + " <provider>org.hibernate.jpa.HibernatePersistenceProvider</provider> in its persistence.xml,"
                        + " or write a ChangeSource\\.");
        assertThat(get("unknown-provider/").statusCode()).isEqualTo(404);
    }

    @Test
    void twoCopiesOfTheServersJarFailTheStart() throws Exception {
        assertThat(Server.log()).containsPattern(Brand.tested().twoCopiesOfTheServer());
        assertThat(get("two-copies-of-ejb/").statusCode()).isEqualTo(404);
    }

    @Test
    void twoCopiesOfTheTagsJarFailTheStart() throws Exception {
        assertThat(Server.log()).containsPattern(Layouts.toldOfTwoCopies("taglib"));
        assertThat(get("two-copies-of-taglib/").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(Server.address("").resolve("/" + path)).build(), BodyHandlers.ofString());
    }
}
