package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;

/** What is announced on channels, to clients and to beans. */
public abstract class Channels {
    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");
    private final Client client = Client.ours();

    @AfterEach
    void hangUp() {
        client.close();
    }

    @Test
    void ofAClassItIsToldWhichRowsAreCreatedChangedAndDeleted() {
        client.joined("post").caughtUp(1);
        newsroom.ask("edit", Map.of("id", id, "title", "After", "author", "Ada"));
        client.comesToHearOf("post", "{'pk':%d,'event':'save','model':'Post','fields':['author','title']}", id);
        newsroom.ask("delete", Map.of("id", id));
        client.comesToHearOf("post", "{'pk':%d,'event':'delete','model':'Post'}", id);
        long next = newsroom.create("Another");
        assertThat(client.isToldOf("post", next)).contains("\"event\":\"save\"", "\"created\":true", "\"title\"");
    }

    @Test
    void ARollbackIsNotTold() {
        client.joined("post").caughtUp(1);
        newsroom.askInVain("fail", Map.of("id", id, "title", "Never"));
        newsroom.edit(id, "author", "The marker");
        assertThat(client.isToldOf("post", id)).contains("[\"author\"]");
    }

    @Test
    void ofAStatementOrAnImportItIsToldThatSomethingHasHappened() {
        client.joined("post").caughtUp(1);
        newsroom.ask("statement", Map.of("kind", "jpql", "id", id, "title", "After"));
        client.comesToHearOf("post", "{'event':'touched','model':'Post'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"announce", "announce-in-a-transaction"})
    void whatTheApplicationAnnouncesIsToldOnce(String how) {
        client.says(join("bulletins", "token", token())).caughtUp(1);
        newsroom.ask(how, Map.of("channel", "bulletins", "text", how + id));
        client.comesToHearOf("bulletins", "{'text':'%s','parts':[1,2.5]}", how + id);
        List<String> heard = heard("bulletins", how + id);
        assertThat(heard).hasSize(1);
        newsroom.ask("announce", Map.of("channel", "bulletins", "text", "marker"));
        client.comesToHearOf("bulletins", "{'text':'marker','parts':[1,2.5]}");
        assertThat(client.frames().stream().filter(frame -> frame.contains(how + id)))
                .hasSize(1);
    }

    @Test
    void whatIsRolledBackIsNotAnnounced() {
        client.says(join("bulletins", "token", token())).caughtUp(1);
        newsroom.ask("announce-in-vain", Map.of("channel", "bulletins", "text", "never"));
        newsroom.ask("announce", Map.of("channel", "bulletins", "text", "marker" + id));
        client.comesToHearOf("bulletins", "{'text':'marker%d','parts':[1,2.5]}", id);
        assertThat(client.frames().toString()).doesNotContain("never");
    }

    @Test
    void aBeanThatFailsHarmsNobody() {
        client.says(join("bulletins", "token", token())).caughtUp(1);
        newsroom.ask("announce", Map.of("channel", "bulletins", "text", "fails"));
        newsroom.ask("announce", Map.of("channel", "bulletins", "text", "next" + id));
        client.comesToHearOf("bulletins", "{'text':'next%d','parts':[1,2.5]}", id);
        assertThat(heard("bulletins", "next" + id)).hasSize(1);
    }

    @Test
    void aBeanHearsOfItsChannelOnly() {
        newsroom.edit(id, "title", "After");
        assertThat(heard("post", "pk=" + id)).isNotEmpty().allMatch(payload -> payload.contains("model=Post"));
    }

    @Test
    void whatIsNoNameOrTooMuchIsRefusedWhereItIsAnnounced() {
        newsroom.askInVain("announce", Map.of("channel", "No-Name", "text", "x"));
        newsroom.askInVain("announce", Map.of("channel", "bulletins", "text", "x".repeat(7_500)));
    }

    @Test
    void whoComesWithWhatItHasSeenIsToldWhetherItHasMissedAnything() {
        client.joined("post").caughtUp(1);
        newsroom.edit(id, "title", "After");
        String seen = client.digestOf("post");
        try (Client again = Client.ours()) {
            again.says(join("post", "digest", seen)).comesToHear("{\"type\":\"ready\",\"n\":1}");
            assertThat(again.frames()).hasSize(1);
        }
        newsroom.edit(id, "title", "Missed");
        for (String older : List.of(seen, "-", "x.1"))
            try (Client again = Client.ours()) {
                again.says(join("post", "digest", older)).comesToHearOf("post", "{'event':'touched'}");
            }
    }

    @Test
    void aChannelThatNoPageHasShownIsRefused() {
        client.joined("bulletins").comesToHear("{\"type\":\"refused\",\"path\":\"bulletins\",\"code\":403}");
    }

    private static String join(String channel, String by, String what) {
        return "{\"batch\":[{\"subscribe\":true,\"group\":\"%s\",\"%s\":\"%s\"}]}".formatted(channel, by, what);
    }

    /** As a page gives it that shows the channel. */
    private static String token() {
        HttpRequest page = HttpRequest.newBuilder(Server.address("newsroom").resolve("fixture/bulletins.jsp"))
                .build();
        String shown = Server.ask(Server.http().build(), page).body();
        return shown.replaceAll("(?s).*data-update-token=\"([^\"]*)\".*", "$1");
    }

    private List<String> heard(String channel, String part) {
        return await().until(
                        () -> ((JsonArray) newsroom.ask("bulletins", Map.of("channel", channel)))
                                .getValuesAs(JsonString.class).stream()
                                        .map(JsonString::getString)
                                        .filter(payload -> payload.contains(part))
                                        .toList(),
                        found -> !found.isEmpty());
    }
}
