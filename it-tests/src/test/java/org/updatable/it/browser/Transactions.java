package org.updatable.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** Only what committed is shown, once, whichever way an application gets its transactions. */
public abstract class Transactions {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional", "user-transaction"})
    void aCommitIsShownOnce(String desk) {
        Window reader = windows.open().read(id);
        newsroom.ask("edit", Map.of("desk", desk, "id", id, "title", "After"));
        reader.comesToShow(id, "title", "After");
        afterwards(reader, id);
        assertThat(reader.received(id, "title")).isEqualTo(texts("After"));
        assertThat(reader.frames()).hasSize(2); // this commit's and the marker's
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional", "user-transaction"})
    void anExceptionShowsNothing(String desk) {
        Window reader = windows.open().read(id);
        String thrown = newsroom.askInVain("fail", Map.of("desk", desk, "id", id, "title", "Never"));
        assertThat(thrown).contains("Refused");
        assertNothingShown(reader, id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional", "user-transaction"})
    void aRollbackShowsNothing(String desk) {
        Window reader = windows.open().read(id);
        newsroom.ask("roll-back", Map.of("desk", desk, "id", id, "title", "Never"));
        assertNothingShown(reader, id);
    }

    @Test
    void anInnerCommitIsShownAlthoughTheOuterRollsBack() {
        long other = newsroom.create("Before");
        Window reader = windows.open().browse();
        newsroom.askInVain(
                "inner-commits", Map.of("id", id, "title", "Never", "other.id", other, "other.title", "After"));
        reader.comesToShow(other, "title", "After");
        afterwards(reader, other);
        assertThat(reader.received(id, "title")).isEmpty();
        assertThat(reader.shown(id, "title")).isEqualTo("Before");
        assertThat(reader.received(other, "title")).hasSameElementsAs(texts("After"));
        assertThat(newsroom.stored(id)).isEqualTo("Before");
        assertThat(newsroom.stored(other)).isEqualTo("After");
    }

    @Test
    void anInnerRollbackShowsNothingAlthoughTheOuterCommits() {
        long other = newsroom.create("Before");
        Window reader = windows.open().browse();
        newsroom.ask("inner-rolls-back", Map.of("id", id, "title", "After", "other.id", other, "other.title", "Never"));
        reader.comesToShow(id, "title", "After");
        afterwards(reader, other);
        assertThat(reader.received(other, "title")).isEmpty();
        assertThat(reader.shown(other, "title")).isEqualTo("Before");
        assertThat(reader.received(id, "title")).hasSameElementsAs(texts("After"));
        assertThat(newsroom.stored(id)).isEqualTo("After");
        assertThat(newsroom.stored(other)).isEqualTo("Before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional", "user-transaction"})
    void twoFlushesAreOneUpdateOfEachFieldWithTheLastValue(String desk) {
        Window reader = windows.open().read(id);
        newsroom.ask("two-flushes", Map.of("desk", desk, "id", id, "title", "After", "summary", "Behind"));
        reader.comesToShow(id, "title", "After");
        reader.comesToShow(id, "summary", "Behind");
        afterwards(reader, id);
        assertThat(reader.received(id, "title")).isEqualTo(texts("After"));
        assertThat(reader.received(id, "summary")).isEqualTo(texts("Behind"));
        assertThat(reader.received(id, "applause")).hasSize(1);
        assertThat(reader.frames()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional", "user-transaction"})
    void thereAndBackIsNoUpdate(String desk) {
        Window reader = windows.open().read(id);
        int before = newsroom.factCount();
        newsroom.ask("there-and-back", Map.of("desk", desk, "id", id));
        assertThat(newsroom.facts(before)).isEmpty();
        assertNothingShown(reader, id);
    }

    @Test
    void savingWhatIsThereAlreadyIsNoUpdate() {
        Window reader = windows.open().read(id);
        newsroom.edit(id, "title", "Before");
        assertNothingShown(reader, id);
    }

    @Test
    void excludedFieldsAreNeverSent() {
        Window reader = windows.open().open(Server.address("newsroom").resolve("post.xhtml?id=" + id));
        reader.join(id, "notes", "edited", "version");
        int before = newsroom.factCount();
        newsroom.ask("edit", Map.of("id", id, "notes", "For editors only", "author", "Ada"));
        reader.comesToShow(id, "author", "Ada");
        afterwards(reader, id);
        for (String excluded : List.of("notes", "edited", "version"))
            assertThat(reader.received(id, excluded)).as(excluded).isEmpty();
        assertThat(newsroom.changes(before))
                .extracting(fact -> fact.getString("property"))
                .containsExactly("author", "author");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional", "user-transaction"})
    void aRowThatIsCreatedAndDeletedIsNothing(String desk) {
        int before = newsroom.factCount();
        long gone = Long.parseLong(
                newsroom.ask("create-and-delete", Map.of("desk", desk)).toString());
        newsroom.edit(id, "author", "The marker");
        assertThat(newsroom.changes(before))
                .extracting(fact -> fact.getString("id"))
                .containsExactly(Long.toString(id));
        await().until(() -> newsroom.events(id), events -> events.size() == 2);
        assertThat(newsroom.events(gone)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional", "user-transaction"})
    void whoeverWasOvertakenShowsNothing(String desk) {
        newsroom.edit(id, "summary", "Somebody was faster");
        Window reader = windows.open().read(id);
        String thrown = newsroom.askInVain("overtaken", Map.of("desk", desk, "id", id, "title", "Never"));
        assertThat(thrown).contains("OptimisticLockException");
        assertNothingShown(reader, id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional"})
    void anImportIsOneFactAndItsRowsComeToBeShown(String desk) {
        assertMuted("import", desk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional"})
    void whatAnImportCallsIsMutedToo(String desk) {
        assertMuted("import-through-others", desk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"session", "transactional"})
    void whatAnImportCallsIsMutedEvenInATransactionOfItsOwn(String desk) {
        assertMuted("import-through-others-apart", desk);
    }

    private void assertMuted(String scenario, String desk) {
        List<Long> ids = List.of(id, newsroom.create("Before"), newsroom.create("Before"));
        Window reader = windows.open().browse();
        int before = newsroom.factCount();
        String all = ids.stream()
                .map(String::valueOf)
                .reduce((one, next) -> one + "," + next)
                .orElseThrow();
        newsroom.ask(scenario, Map.of("desk", desk, "ids", all, "title", "Imported"));
        List<JsonObject> facts = newsroom.facts(before);
        assertThat(facts)
                .containsExactly(Json.createObjectBuilder()
                        .add("fact", "Touched")
                        .add("namespace", "post")
                        .add("ids", JsonValue.EMPTY_JSON_ARRAY)
                        .add("properties", JsonValue.EMPTY_JSON_ARRAY)
                        .build());
        for (long imported : ids) reader.comesToShow(imported, "title", "Imported");

        newsroom.edit(id, "author", "The marker");
        List<JsonObject> events = await().until(
                        () -> newsroom.events(id),
                        told -> !told.isEmpty()
                                && told.get(told.size() - 1).toString().contains("author"));
        assertThat(events)
                .noneMatch(event -> event.getString("kind").equals("UPDATED")
                        && event.toString().contains("title"));
    }

    private void assertNothingShown(Window reader, long unchanged) {
        String before = reader.shown(unchanged, "title");
        afterwards(reader, unchanged);
        assertThat(reader.received(unchanged, "title")).isEmpty();
        assertThat(reader.shown(unchanged, "title")).isEqualTo(before).startsWith("Before");
    }

    /** Something else is committed after what must not be shown, and comes the same way: once it is there, nothing else will be. */
    private void afterwards(Window reader, long changed) {
        newsroom.edit(changed, "author", "The marker");
        reader.comesToShow(changed, "author", "The marker");
    }

    private static List<JsonValue> texts(String... values) {
        return List.of(values).stream()
                .map(value -> (JsonValue) Json.createValue(value))
                .toList();
    }
}
