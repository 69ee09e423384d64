package org.updatable.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.updatable.it.Newsroom;
import org.updatable.it.Server;
import org.updatable.it.protocol.RawClient.Heard;

/** Clients that say what they must not, and another one that goes on meanwhile. */
public abstract class BadFrames {
    private static final int LIMIT = 64 * 1024;

    /** Is answered by a sentence that is the answer to nothing else in these tests. */
    private static final byte[] STILL_OPEN = RawClient.text("{\"subscribe\":{}}");

    private static final String OPEN = "\"subscribe\" is true or false.";

    private static final Pattern OURS_IN_A_STACK_TRACE = Pattern.compile("\\bat \\S*org\\.updatable\\.");

    private static long tracesBefore;

    private final Newsroom newsroom = new Newsroom();
    private final long id = newsroom.create("Before");
    private final String title = "post-" + id + "-title";
    private final Client other = Client.seed().joined(title);

    @BeforeAll
    static void countStackTraces() {
        tracesBefore = stackTraces();
    }

    @AfterEach
    void theOtherIsToldWhatChanges() {
        newsroom.edit(id, "title", "After");
        other.comesToHear(title, "After");
        other.close();
    }

    @AfterAll
    static void noneLeavesAStackTraceOfOurs() {
        assertThat(stackTraces()).as(Server.log()).isEqualTo(tracesBefore);
    }

    static Stream<Arguments> answered() {
        return rows(OddFrames.answered());
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("answered")
    void aBadFrameIsAnsweredAndTheConnectionStaysOpen(String name, byte[] frames) throws IOException {
        try (RawClient client = new RawClient()) {
            JsonObject answer = Frames.json(client.says(frames).hears().text());
            assertThat(answer.getString("type")).isEqualTo("error");
            assertThat(answer.getInt("code")).isEqualTo(400);
            assertThat(answer.getString("message")).endsWith(".");

            assertIsOpen(client);
        }
    }

    static Stream<Arguments> ignored() {
        return rows(OddFrames.ignored());
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("ignored")
    void anOddFrameIsNotAnsweredAndTheConnectionStaysOpen(String name, byte[] frames) throws IOException {
        try (RawClient client = new RawClient()) {
            assertIsOpen(client.says(frames));
        }
    }

    static Stream<Arguments> refused() {
        return OddFrames.refused().entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("refused")
    void aGroupThatNobodyMayJoinIsRefusedAndTheConnectionStaysOpen(String name, String group) throws IOException {
        try (RawClient client = new RawClient()) {
            JsonObject answer =
                    Frames.json(client.says(OddFrames.join(group)).hears().text());
            assertThat(answer.getString("type")).isEqualTo("refused");
            assertThat(answer.getInt("code")).isEqualTo(403);
            assertThat(answer.getString("path"))
                    .isEqualTo(Frames.json("{\"path\":\"" + group + "\"}").getString("path"));

            assertIsOpen(client);
        }
    }

    static Stream<Arguments> pings() {
        return rows(OddFrames.pings());
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("pings")
    void aPingIsAnsweredByItsPong(String payload, byte[] frames) throws IOException {
        try (RawClient client = new RawClient()) {
            Heard answer = client.says(frames).hears();
            assertThat(answer.opcode()).isEqualTo(RawClient.PONG);
            assertThat(answer.text()).isEqualTo(payload);

            assertIsOpen(client);
        }
    }

    static Stream<Arguments> closing() {
        return OddFrames.closing().entrySet().stream()
                .map(row -> Arguments.of(
                        row.getKey(), row.getValue().getValue(), row.getValue().getKey()));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("closing")
    void aBreachOfTheProtocolEndsTheConnection(String name, byte[] frames, int code) throws IOException {
        try (RawClient client = new RawClient()) {
            assertThat(client.triesToSay(frames).hearsTheEnd().closeCode()).isEqualTo(code);
        }
    }

    /** RFC 6455, 5.1, would have it closed with 1002. */
    @Test
    @Tag("payara")
    void aFrameWithoutAMaskIsHeard() throws IOException {
        try (RawClient client = new RawClient()) {
            assertIsOpen(client.says(OddFrames.WITHOUT_MASK));
        }
    }

    @Test
    @Tag("wildfly")
    void aFrameWithoutAMaskEndsTheConnection() throws IOException {
        aBreachOfTheProtocolEndsTheConnection("no mask", OddFrames.WITHOUT_MASK, 1002);
    }

    @Test
    @Tag("payara")
    void aLengthBelowZeroIsAnErrorOfTheServer() throws IOException {
        aBreachOfTheProtocolEndsTheConnection("below zero", OddFrames.OF_LENGTH_BELOW_ZERO, 1011);
    }

    @Test
    @Tag("wildfly")
    void aLengthBelowZeroEndsTheConnection() throws IOException {
        aBreachOfTheProtocolEndsTheConnection("below zero", OddFrames.OF_LENGTH_BELOW_ZERO, 1002);
    }

    static Stream<Arguments> abrupt() {
        return rows(OddFrames.abrupt());
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @MethodSource("abrupt")
    void aClientMayEndInTheMidstOfAnything(String name, byte[] frames) throws IOException {
        try (RawClient client = new RawClient()) {
            client.says(frames);
        }
    }

    @Test
    void almost64KiBAreHeard() {
        try (Client client = Client.seed()) {
            String head = "{\"subscribe\":true,\"group\":\"" + title + "\",\"filler\":\"";
            client.says(head + "x".repeat(LIMIT - head.length() - 2) + "\"}").wasHeard();
            newsroom.edit(id, "title", "Later");
            client.comesToHear(title, "Later");
        }
    }

    private static void assertIsOpen(RawClient client) throws IOException {
        Heard answer = client.says(STILL_OPEN).hears();
        assertThat(answer.opcode()).as(answer.toString()).isEqualTo(RawClient.TEXT);
        assertThat(Frames.json(answer.text()).getString("message", "")).isEqualTo(OPEN);
    }

    private static Stream<Arguments> rows(Map<String, byte[]> table) {
        return table.entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
    }

    private static long stackTraces() {
        return OURS_IN_A_STACK_TRACE.matcher(Server.log()).results().count();
    }
}
