package org.updatable.it.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;

/** What other programs change, and what is said to them and by them. */
public abstract class OtherPrograms {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    /** As a migration does. */
    @BeforeEach
    void triggersAreThere() {
        Postgres.does(((JsonString) newsroom.ask("triggers", Map.of())).getString());
        // The server looks for them now and then.
        await().atMost(PATIENCE).until(() -> {
            int before = newsroom.factCount();
            newsroom.edit(id, "title", UUID.randomUUID().toString());
            isHeard();
            return newsroom.facts(before).stream().noneMatch(OtherPrograms::isOfTrigger);
        });
        newsroom.edit(id, "title", "Before");
        isHeard();
    }

    @Test
    void aPageFollowsAnotherProgram() {
        Window reader = windows.open().read(id);
        Postgres.does("update post set title = 'From outside', author = 'Nobody' where id = " + id);
        reader.comesToShow(id, "title", "From outside");
        reader.comesToShow(id, "author", "Nobody");
        assertThat(reader.console()).isEmpty();
    }

    /** The provider's cache does not know what others do. */
    @Test
    void aPageThatIsRenderedAfterwardsIsRight() {
        Window reader = windows.open().read(id);
        Postgres.does("update post set title = 'From outside' where id = " + id);
        reader.comesToShow(id, "title", "From outside");
        assertThat(windows.open().read(id).shown(id, "title")).isEqualTo("From outside");
    }

    @Test
    void whatIsRolledBackIsNotShown() throws SQLException {
        Window reader = windows.open().read(id);
        try (Connection connection = Postgres.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update post set title = 'Never' where id = " + id);
            connection.rollback();
        }
        Postgres.does("update post set author = 'The marker' where id = " + id);
        reader.comesToShow(id, "author", "The marker");
        assertThat(reader.shown(id, "title")).isEqualTo("Before");
    }

    @Test
    void rowsOfAListComeAndGo() {
        Window reader = windows.open();
        reader.open(Server.address("newsroom").resolve("fixture/regions.xhtml"));
        reader.is("live");
        long next = newsroom.create("Another");
        reader.comesToShow(next, "title", "Another");
        Postgres.does("update post set title = 'Changed' where id = " + next);
        reader.comesToShow(next, "title", "Changed");
        Postgres.does("delete from post where id = " + next);
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            reader.page().waitForTimeout(50);
            return reader.field(next, "title").count() == 0;
        });
    }

    /** The connection goes, rows change, and the connection comes again: nobody has said what has changed. */
    @Test
    void nothingIsMissedWhileTheConnectionIsGone() {
        Window reader = windows.open().read(id);
        Postgres.does(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'updatable'",
                "update post set title = 'Missed' where id = " + id);
        reader.comesToShow(id, "title", "Missed");
        Postgres.does("update post set title = 'Heard' where id = " + id);
        reader.comesToShow(id, "title", "Heard");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Server.log()).contains("is not heard any more; it is tried again"));
    }

    @Test
    void aNotificationByHandIsAHintToReadTheRow() {
        Window reader = windows.open().read(id);
        Postgres.does(
                "alter table post disable trigger user",
                "update post set title = 'Unseen' where id = " + id,
                "alter table post enable trigger user");
        isHeard();
        assertThat(reader.shown(id, "title")).isEqualTo("Before");
        Postgres.does("notify post, '{\"pk\":%d,\"event\":\"save\",\"title\":\"A lie\"}'".formatted(id));
        reader.comesToShow(id, "title", "Unseen");
    }

    @Test
    void beansHearWhatOthersAnnounce() {
        String text = UUID.randomUUID().toString();
        Postgres.does("notify bulletins, '{\"text\":\"%s\",\"number\":7}'".formatted(text));
        comesToBeHeard("{text=%s, number=7}".formatted(text));
        Postgres.does("notify bulletins, 'no JSON %s'".formatted(text));
        comesToBeHeard("{raw=no JSON %s}".formatted(text));
    }

    /** Nobody else here wants to hear of this channel, and what the region shows is not live. */
    @ParameterizedTest
    @ValueSource(strings = {"reports.xhtml", "reports.jsp"})
    void aRegionAndAScriptHearWhatOthersAnnounce(String page) {
        Window reader = windows.open();
        reader.open(Server.address("newsroom").resolve("fixture/" + page)).isLive();
        Locator title = reader.page().locator("#post-" + id);
        reader.comesToShow(title, "Before");
        reader.page()
                .evaluate("() => { window.told = [];"
                        + " UpdateListener.on('reports', (payload, name) => told.push(name + ' ' + payload.name)); }");
        // The server listens to it a moment after somebody wants to hear of it.
        await().pollInSameThread().atMost(PATIENCE).until(() -> {
            Postgres.does("notify reports, '{\"name\":\"May\"}'");
            reader.page().waitForTimeout(100);
            return told(reader).contains("reports May");
        });

        Postgres.does(
                "update post set title = 'After' where id = " + id,
                "notify reports, '{\"name\":\"June\",\"pages\":3}'");
        reader.comesToShow(title, "After");
        await().pollInSameThread().atMost(PATIENCE).until(() -> told(reader).contains("reports June"));
        assertThat(reader.console()).isEmpty();
    }

    private static List<?> told(Window reader) {
        return (List<?>) reader.page().evaluate("told");
    }

    @Test
    void othersHearWhatIsAnnouncedHereOnceWithTheCommit() throws SQLException {
        String text = UUID.randomUUID().toString();
        try (Connection other = Postgres.connect();
                Statement statement = other.createStatement()) {
            statement.execute("listen bulletins");
            newsroom.ask("announce-in-vain", Map.of("id", id, "channel", "bulletins", "text", "never " + text));
            newsroom.ask("announce-in-a-transaction", Map.of("id", id, "channel", "bulletins", "text", text));
            newsroom.ask("announce", Map.of("channel", "bulletins", "text", "last " + text));
            List<String> heard = heard(other.unwrap(PGConnection.class), "last " + text);
            assertThat(heard)
                    .containsExactly(
                            "{\"parts\":[1,2.5],\"text\":\"%s\"}".formatted(text),
                            "{\"parts\":[1,2.5],\"text\":\"last %s\"}".formatted(text));
        }
        isHeard();
        assertThat(bulletins().filter(payload -> payload.contains(text))).hasSize(2);
    }

    @Test
    void whatTheApplicationChangesIsReadNoMoreThanWithoutTriggers() {
        int before = newsroom.factCount();
        newsroom.edit(id, "title", "After");
        newsroom.ask("edit", Map.of("id", id, "author", "Ada", "summary", "A summary of it"));
        newsroom.create("Another");
        isHeard();
        assertThat(newsroom.facts(before)).noneMatch(OtherPrograms::isOfTrigger);
    }

    /** A commit of the application says of which fields it knows no value. */
    private static boolean isOfTrigger(JsonObject fact) {
        return fact.getString("fact").equals("Touched")
                && fact.getJsonArray("properties").isEmpty();
    }

    /** What was said before has been taken by then. */
    private void isHeard() {
        String marker = UUID.randomUUID().toString();
        Postgres.does("notify bulletins, '{\"marker\":\"%s\"}'".formatted(marker));
        comesToBeHeard("{marker=%s}".formatted(marker));
    }

    private void comesToBeHeard(String payload) {
        await().atMost(PATIENCE).until(() -> bulletins().anyMatch(payload::equals));
    }

    private Stream<String> bulletins() {
        return ((JsonArray) newsroom.ask("bulletins", Map.of("channel", "bulletins")))
                .getValuesAs(JsonString.class).stream().map(JsonString::getString);
    }

    private static List<String> heard(PGConnection other, String last) throws SQLException {
        List<String> all = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (all.stream().noneMatch(payload -> payload.contains(last)) && System.nanoTime() < until)
            Arrays.stream(other.getNotifications(200))
                    .map(PGNotification::getParameter)
                    .forEach(all::add);
        return all;
    }
}
