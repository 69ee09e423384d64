package org.updatable.it.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.protocol.Client;

/** {@code @Observes EntityChanged}. */
public abstract class Observers {
    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional", "user-transaction"})
    void eachCommitIsToldOnceWithTheFieldsThatDiffer(String desk) {
        newsroom.ask("edit", Map.of("desk", desk, "id", id, "title", "After", "author", "Ada", "summary", "A summary"));
        List<JsonObject> events = events(2);
        assertThat(events.get(0).getString("kind")).isEqualTo("CREATED");
        assertThat(events.get(1).getString("entity")).isEqualTo("Post");
        assertThat(events.get(1).getString("kind")).isEqualTo("UPDATED");
        assertThat(fields(events.get(1))).containsExactly("author", "title");
    }

    @Test
    void aDeletedRowIsTold() {
        newsroom.ask("delete", Map.of("id", id));
        JsonObject deleted = events(2).get(1);
        assertThat(deleted.getString("kind")).isEqualTo("DELETED");
        assertThat(fields(deleted)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional"})
    void itIsToldWhoDidItAndFromWhichTab(String desk) {
        newsroom.askAsAnn("tab-7", "edit", Map.of("desk", desk, "id", id, "title", "After"));
        JsonObject updated = events(2).get(1);
        assertThat(updated.getString("actor")).isEqualTo("ann");
        assertThat(updated.getString("tab")).isEqualTo("tab-7");
    }

    @Test
    void nobodyIsNamedWhereNobodySaidWhoTheyAre() {
        newsroom.edit(id, "title", "After");
        JsonObject updated = events(2).get(1);
        assertThat(updated.get("actor")).isEqualTo(JsonValue.NULL);
        assertThat(updated.get("tab")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void theTabMayBeAParameterOfTheForm() {
        newsroom.ask("edit", Map.of("id", id, "title", "After", "updatable.tab", "tab-8"));
        assertThat(events(2).get(1).getString("tab")).isEqualTo("tab-8");
    }

    @Test
    void aRollbackIsNotTold() {
        newsroom.askInVain("fail", Map.of("id", id, "title", "Never"));
        newsroom.edit(id, "author", "The marker");
        assertThat(fields(events(2).get(1))).containsExactly("author");
    }

    /** The fixture has an observer that fails when the status changes. */
    @Test
    void anObserverThatFailsHarmsNobody() {
        try (Client reader = Client.seed().joined("post-" + id + "-status", "post-" + id + "-title")) {
            newsroom.edit(id, "status", "BREAKING");
            reader.comesToHear("post-" + id + "-status", "BREAKING");
            newsroom.edit(id, "title", "After");
            reader.comesToHear("post-" + id + "-title", "After");
        }
        assertThat(fields(events(2).get(1))).containsExactly("title");
    }

    private List<JsonObject> events(int count) {
        return await().until(() -> newsroom.events(id), events -> events.size() >= count);
    }

    private static List<String> fields(JsonObject event) {
        return event.getJsonArray("fields").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }
}
