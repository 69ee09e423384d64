package org.updatable.it.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.updatable.command.Triggers;
import org.updatable.it.Newsroom;
import org.updatable.it.browser.Window;
import org.updatable.it.browser.Windows;

/** {@code Triggers}, as an application calls it, and by the command. */
public abstract class TriggersOnRequest {
    @RegisterExtension
    final Windows windows = new Windows();

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");

    @Test
    void otherProgramsAreFollowedFromWhenTheyAreInstalledUntilTheyAreRemoved() {
        newsroom.ask("install-triggers", Map.of());
        Window reader = windows.open().read(id);
        Postgres.does("update post set title = 'From outside' where id = " + id);
        reader.comesToShow(id, "title", "From outside");

        newsroom.ask("remove-triggers", Map.of());
        Postgres.does("update post set title = 'Unseen' where id = " + id);
        long marker = newsroom.create("Before");
        Window other = windows.open().read(marker);
        Postgres.does("update post set title = 'The marker' where id = " + marker, hint(marker));
        other.comesToShow(marker, "title", "The marker");
        assertThat(reader.shown(id, "title")).isEqualTo("From outside");

        Postgres.does(hint(id));
        reader.comesToShow(id, "title", "Unseen");
    }

    @Test
    void theyCanBeInstalledAndRemovedAgainAndAgain() {
        for (String scenario :
                new String[] {"install-triggers", "install-triggers", "remove-triggers", "remove-triggers"})
            newsroom.ask(scenario, Map.of());
        newsroom.ask("install-triggers", Map.of());
        Window reader = windows.open().read(id);
        Postgres.does("update post set title = 'From outside' where id = " + id);
        reader.comesToShow(id, "title", "From outside");
    }

    @Test
    void theCommandInstallsPrintsAndRemovesThem() throws IOException, InterruptedException, SQLException {
        newsroom.ask("remove-triggers", Map.of());
        String pid = newsroom.ask("pid", Map.of()).toString();
        assertThat(command("install", pid, "newsroom")).isEqualToIgnoringNewLines("The triggers are installed.");
        Window reader = windows.open().read(id);
        Postgres.does("update post set title = 'From outside' where id = " + id);
        reader.comesToShow(id, "title", "From outside");

        assertThat(command("remove", pid, "newsroom")).isEqualToIgnoringNewLines("The triggers are removed.");
        assertThat(triggers()).isZero();
        Postgres.does(command("print", pid, "newsroom"));
        assertThat(triggers()).isPositive();
        Postgres.does(command("print-removal", pid, "newsroom"));
        assertThat(triggers()).isZero();

        assertThat(command("install", pid, "swept"))
                .isEqualToIgnoringNewLines(
                        "There are triggers in a PostgreSQL only, and no persistence unit of this application has one.");
        assertThat(command("install", pid)).startsWith("Several applications run in this server. Name one of them: ");
    }

    /** What it says, to whom it may concern. */
    private static String command(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(Triggers.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString(),
                Triggers.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    private static long triggers() throws SQLException {
        try (Connection connection = Postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet counted =
                        statement.executeQuery("select count(*) from pg_trigger where tgname like 'updatable:%'")) {
            counted.next();
            return counted.getLong(1);
        }
    }

    /** What triggers would say. */
    private static String hint(long id) {
        return "notify post, '{\"pk\":%d,\"event\":\"save\"}'".formatted(id);
    }
}
