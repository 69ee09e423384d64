package org.updatable.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.updatable.it.fixture.Facts;
import org.updatable.it.ledger.Books;

/** An application that is not the example: two units, one of them without JTA, no beans.xml, and threads of all sorts. */
@OnServer
class LedgerIT {
    private final HttpClient http = Server.http().build();

    @Deployment(testable = false)
    public static WebArchive ledger() {
        WebArchive ledger = ShrinkWrap.create(WebArchive.class, "ledger.war")
                .addPackage(Books.class.getPackage())
                .addClass(Facts.class)
                .addAsResource("ledger/persistence.xml", "META-INF/persistence.xml")
                .addAsResource("ledger/bookkeeping.xml", "META-INF/batch-jobs/bookkeeping.xml")
                .addAsLibrary(Archives.database());
        Archives.libraries().forEach((path, library) -> ledger.add(library, path));
        return ledger;
    }

    @Test
    void whatAnEntityHasIsToldInOneCommit() throws Exception {
        ask("open", "a-1");
        int before = facts().size();
        ask("change-everything", "a-1");

        assertThat(told(before))
                .containsExactlyInAnyOrder(
                        "account a-1 balance=7.50",
                        "account a-1 entries=3",
                        "account a-1 goal=a boat",
                        "account a-1 owner=owner of a-1",
                        "account a-1 terms.branch=Kiel",
                        // the summary: a getter of what refers to other rows is not asked inside the transaction
                        "account [\"a-1\"] is read");
    }

    @Test
    void statementsThatAreSentAsABatchAreToldOnce() throws Exception {
        ask("open", "b-1");
        ask("open", "b-2");
        int before = facts().size();
        ask("enter-all", "b-1,b-2");

        assertThat(told(before))
                .containsExactlyInAnyOrder(
                        "account b-1 entries=2",
                        "account [\"b-1\"] is read",
                        "account b-2 entries=2",
                        "account [\"b-2\"] is read");
    }

    @Test
    void workOnAnotherThreadIsTold() throws Exception {
        ask("open", "d-1");
        int before = facts().size();
        ask("enter-on-a-thread", "d-1");

        assertThat(told(before)).contains("account d-1 entries=1");
    }

    @Test
    void scheduledWorkIsTold() throws Exception {
        ask("open", "g-1");
        int before = facts().size();
        ask("enter-later", "g-1");

        assertThat(told(before)).contains("account g-1 entries=1");
    }

    @Test
    void whatATimerOfTheContainerDoesIsTold() throws Exception {
        ask("open", "i-1");
        int before = facts().size();
        ask("enter-on-schedule", "i-1");

        await().untilAsserted(() -> assertThat(told(before)).contains("account i-1 entries=1"));
    }

    @Test
    void eachChunkOfABatchJobIsTold() throws Exception {
        for (String id : List.of("h-1", "h-2", "h-3")) ask("open", id);
        int before = facts().size();
        ask("enter-in-a-job", "h-1,h-2,h-3");

        assertThat(told(before)).contains("account h-1 entries=1", "account h-2 entries=1", "account h-3 entries=1");
    }

    @Test
    void aTransactionThatTookTooLongTellsNothing() throws Exception {
        ask("open", "e-1");
        int before = facts().size();
        ask("enter-too-late", "e-1");
        ask("open", "e-2");

        assertThat(told(before)).isNotEmpty().noneMatch(fact -> fact.startsWith("account e-1"));
    }

    /** Nothing before the unit's own commit, and everything after it, whatever becomes of the transaction around it. */
    @Test
    void aUnitWithoutJtaIsToldByItsOwnCommit() throws Exception {
        int before = facts().size();
        JsonObject answer = ask("clip", "f-1");

        assertThat(answer.getJsonArray("meantime").getJsonArray(0)).hasSize(before);
        assertThat(told(before)).containsExactly("cutting f-1 text=cut out");
    }

    private List<String> told(int before) throws Exception {
        return facts().stream().skip(before).map(LedgerIT::told).toList();
    }

    private static String told(JsonObject fact) {
        return fact.containsKey("ids")
                ? "%s %s is read".formatted(fact.getString("namespace"), fact.getJsonArray("ids"))
                : "%s %s %s=%s"
                        .formatted(
                                fact.getString("namespace"),
                                fact.getString("id"),
                                fact.getString("property"),
                                fact.getString("value"));
    }

    private List<JsonObject> facts() throws Exception {
        return ask("facts", "").getJsonArray("facts").getValuesAs(JsonObject.class);
    }

    private JsonObject ask(String what, String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(Server.address("ledger").resolve("counter/" + what + "?id=" + id))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }
}
