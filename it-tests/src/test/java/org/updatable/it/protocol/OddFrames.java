package org.updatable.it.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.updatable.it.protocol.RawClient.BINARY;
import static org.updatable.it.protocol.RawClient.CLOSE;
import static org.updatable.it.protocol.RawClient.CONTINUATION;
import static org.updatable.it.protocol.RawClient.FIN;
import static org.updatable.it.protocol.RawClient.PING;
import static org.updatable.it.protocol.RawClient.PONG;
import static org.updatable.it.protocol.RawClient.TEXT;
import static org.updatable.it.protocol.RawClient.bytes;
import static org.updatable.it.protocol.RawClient.close;
import static org.updatable.it.protocol.RawClient.frame;
import static org.updatable.it.protocol.RawClient.frameOfLength;
import static org.updatable.it.protocol.RawClient.text;
import static org.updatable.it.protocol.RawClient.unmasked;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of what a client should not say, or need not, by what becomes of it. */
final class OddFrames {
    private static final int LIMIT = 64 * 1024;
    private static final int DEEP = 10_000;
    private static final String JOIN = "{\"subscribe\":true,\"group\":\"%s\"}";

    /** What the servers do with these is their own. */
    static final byte[] WITHOUT_MASK = unmasked(FIN | TEXT, hex("7b7d"));

    static final byte[] OF_LENGTH_BELOW_ZERO = frameOfLength(FIN | TEXT, -1, hex("7b7d"));

    private OddFrames() {}

    /** Answered by error 400; the connection stays open. */
    static Map<String, byte[]> answered() {
        Map<String, byte[]> table = new LinkedHashMap<>();
        table.put("nothing", text(""));
        table.put("a space", text(" "));
        table.put("white space", text("\r\n\t "));
        table.put("a byte order mark", text("\ufeff{}"));
        table.put("NUL", text("\0"));
        table.put("a brace", text("{"));
        table.put("the other brace", text("}"));
        table.put("words", text("join post-1-title"));
        table.put("half a word of JSON", text("nul"));
        table.put("HTTP", text("GET / HTTP/1.1\r\n\r\n"));
        table.put("XML", text("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
        table.put("an array", text("[]"));
        table.put("an array of joins", text("[" + JOIN.formatted("a") + "]"));
        table.put("a string", text("\"post-1-title\""));
        table.put("null", text("null"));
        table.put("true", text("true"));
        table.put("a number", text("7"));
        table.put("minus zero", text("-0"));
        table.put("a number beyond doubles", text("1e999"));
        table.put("a group that is a number", text("{\"subscribe\":true,\"group\":7}"));
        table.put("a group that is true", text("{\"subscribe\":true,\"group\":true}"));
        table.put("a group that is an object", text("{\"subscribe\":true,\"group\":{\"group\":\"a\"}}"));
        table.put("a group that is an array", text("{\"subscribe\":true,\"group\":[\"a\"]}"));
        table.put("subscribe is a text", text("{\"subscribe\":\"true\",\"group\":\"a\"}"));
        table.put("subscribe is a number", text("{\"subscribe\":1,\"group\":\"a\"}"));
        table.put("subscribe is an array", text("{\"subscribe\":[true],\"group\":\"a\"}"));
        table.put("a batch that is an object", text("{\"batch\":{}}"));
        table.put("a batch that is a text", text("{\"batch\":\"[]\"}"));
        table.put("a batch that is true", text("{\"batch\":true}"));
        table.put("a batch of numbers", text("{\"batch\":[7]}"));
        table.put("a batch of nulls", text("{\"batch\":[null]}"));
        table.put("a batch of arrays", text("{\"batch\":[[" + JOIN.formatted("a") + "]]}"));
        table.put("a batch whose last is bad", text("{\"batch\":[" + JOIN.formatted("a") + ",{\"group\":7}]}"));
        table.put("the last of equal keys is bad", text("{\"group\":\"a\",\"group\":7}"));
        table.put("two objects", text("{} {}"));
        table.put("an object and a comma", text("{},"));
        table.put("an object and a word", text("{}x"));
        table.put("an object and NUL", text("{}\0"));
        table.put("an object and a bracket", text("{\"group\":\"a\"}]"));
        table.put("apostrophes", text("{'group':'a'}"));
        table.put("a comment", text("{/* none */}"));
        table.put("a comma too many", text("{\"group\":\"a\",}"));
        table.put("a comma too few", text("{\"subscribe\":true \"group\":\"a\"}"));
        table.put("a key alone", text("{\"group\"}"));
        table.put("a key without a value", text("{\"group\":}"));
        table.put("a key that is a number", text("{1:2}"));
        table.put("a key without quotes", text("{group:\"a\"}"));
        table.put("a number that begins with 0", text("{\"a\":01}"));
        table.put("a number that begins with a plus", text("{\"a\":+1}"));
        table.put("a number that begins with a point", text("{\"a\":.5}"));
        table.put("a number that ends with a point", text("{\"a\":5.}"));
        table.put("a hexadecimal number", text("{\"a\":0x10}"));
        table.put("NaN", text("{\"a\":NaN}"));
        table.put("infinity", text("{\"a\":-Infinity}"));
        table.put("a line break in a string", text("{\"group\":\"a\nb\"}"));
        table.put("NUL in a string", text("{\"group\":\"a\0b\"}"));
        table.put("an escape that is none", text("{\"group\":\"\\x41\"}"));
        table.put("half an escape", text("{\"group\":\"\\u00\"}"));
        table.put("a string without an end", text("{\"group\":\"a"));
        table.put("a no-break space", text("{\u00a0}"));
        table.put("U+2028 between keys", text("{\"group\":\"a\",\u2028\"subscribe\":true}"));
        table.put("arrays in arrays", text("[".repeat(DEEP) + "]".repeat(DEEP)));
        table.put("arrays in arrays without an end", text("[".repeat(DEEP)));
        table.put("arrays in an object", text("{\"a\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"));
        table.put("arrays in a group", text("{\"group\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}"));
        table.put("objects in objects", text("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)));
        table.put("objects in objects without an end", text("{\"a\":".repeat(DEEP)));
        table.put("batches in batches", text("{\"batch\":[".repeat(3000) + "]}".repeat(3000)));
        table.put("a name that is too long", text(JOIN.formatted("x".repeat(4097))));
        table.put("a long name in a batch", text("{\"batch\":[" + JOIN.formatted("x".repeat(4097)) + "]}"));
        table.put("an exponent that is too large", text("{\"a\":1e2147483648}"));
        table.put("an exponent that is too small", text("{\"a\":-1E-99999999999999999999}"));
        table.put("a number of too many digits", text("{\"a\":" + "9".repeat(60_000) + "}"));
        table.put("a bad frame in fragments", fragments("{\"group\":", "", "7", "}"));
        return table;
    }

    /** Not answered; the connection stays open. */
    static Map<String, byte[]> ignored() {
        Map<String, byte[]> table = new LinkedHashMap<>();
        table.put("an empty object", text("{}"));
        table.put("white space around an object", text("\r\n\t {} \r\n"));
        table.put("an empty group", text(JOIN.formatted("")));
        table.put("a group that is null", text("{\"subscribe\":true,\"group\":null}"));
        table.put("no group", text("{\"subscribe\":true}"));
        table.put("subscribe is null", text("{\"subscribe\":null,\"group\":\"a\"}"));
        table.put("an empty batch", text("{\"batch\":[]}"));
        table.put("a batch that is null", text("{\"batch\":null}"));
        table.put("a batch of nothing", text("{\"batch\":[{},{},{}]}"));
        table.put("a batch in a batch", text("{\"batch\":[{\"batch\":[{\"group\":7}]}]}"));
        table.put("bad keys beside a batch", text("{\"group\":7,\"subscribe\":7,\"batch\":[]}"));
        table.put("keys of other languages", text("{\"__proto__\":{\"group\":7},\"@type\":\"java.lang.Runtime\"}"));
        table.put("a few arrays in arrays", text("{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}"));
        table.put("a large exponent", text("{\"a\":1e999999999,\"b\":-1E-999999999}"));
        table.put("a huge key", text("{\"" + "k".repeat(60_000) + "\":1}"));
        table.put("the last of equal keys is good", text("{\"group\":7,\"group\":\"a\"}"));
        table.put("a thousand equal keys", text("{" + "\"group\":7,".repeat(1000) + "\"group\":\"a\"}"));
        table.put("an escaped key", text("{\"subscribe\":true,\"\\u0067roup\":\"post-1-title\"}"));
        table.put("emoji", text(JOIN.formatted("post-1-\ud83d\ude00")));
        table.put("right to left", text(JOIN.formatted("post-1-\u202etitle")));
        table.put("U+2028 in a group", text(JOIN.formatted("post-1-\u2028\u2029")));
        table.put("an escaped NUL", text(JOIN.formatted("post-1-\\u0000")));
        table.put("a lone high surrogate", text(JOIN.formatted("post-1-\\ud800")));
        table.put("a lone low surrogate", text(JOIN.formatted("post-\\udc00-title")));
        table.put("a non-character", text(JOIN.formatted("post-1-\uffff")));
        table.put("markup", text(JOIN.formatted("post-1-<script>alert(1)</script>~html")));
        table.put("a row that is not there", text(JOIN.formatted("post-99999999999999999999-title")));
        table.put("a property that is not there", text(JOIN.formatted("post-1-class.classLoader")));
        table.put("a form that is not there", text(JOIN.formatted("post-1-title~nothing;a=%zz;;=")));
        table.put("a form with a bad pattern", text(JOIN.formatted("post-1-applause~number;pattern=%5B%5B%5B")));
        table.put("a pattern that java.time fails at", text(JOIN.formatted("post-1-title~date;pattern=peyr")));
        table.put("a deep pattern", text(JOIN.formatted("post-1-title~date;pattern=" + "%5B".repeat(1300) + "d")));
        table.put("leaving what was never joined", text("{\"subscribe\":false,\"group\":\"post-1-title\"}"));
        table.put("a thousand joins", text(batch(1000)));
        table.put("fragments", fragments("{\"sub", "scribe\":tr", "", "ue,\"group\":\"post-1-title\"}"));
        table.put("many fragments", oneByOne("{\"group\":\"a\"}"));
        table.put("a character in two fragments", inTwo(JOIN.formatted("post-1-\ud83d\ude00"), "\ud83d\ude00"));
        table.put("a pong that nobody asked for", frame(FIN | PONG, "yes?".getBytes(UTF_8)));
        return table;
    }

    /** Names of groups, as they stand in JSON, that nobody may join; the connection stays open. */
    static Map<String, String> refused() {
        Map<String, String> table = new LinkedHashMap<>();
        table.put("a letter", "a");
        table.put("surrogates the wrong way round", "\\ude00\\ud83d-1-title");
        table.put("a byte order mark in a group", "\ufeffpost-1-title");
        table.put("hyphens", "-".repeat(4000));
        table.put("percent signs", "post-%25%2D%-title%");
        table.put("the longest name", "x".repeat(4096));
        table.put("a query", "post-1' OR '1'='1-title");
        table.put("a row of no entity", "nothing-1-title");
        return table;
    }

    /** A request to join a group of this name, as it stands in JSON. */
    static byte[] join(String name) {
        return text(JOIN.formatted(name));
    }

    /** A ping, with what a pong must say; then the connection is open. */
    static Map<String, byte[]> pings() {
        Map<String, byte[]> table = new LinkedHashMap<>();
        table.put("", frame(FIN | PING));
        table.put("heard?", frame(FIN | PING, "heard?".getBytes(UTF_8)));
        table.put("x".repeat(125), frame(FIN | PING, "x".repeat(125).getBytes(UTF_8)));
        table.put(
                "between fragments",
                bytes(
                        frame(TEXT, "{\"group\":".getBytes(UTF_8)),
                        frame(FIN | PING, "between fragments".getBytes(UTF_8)),
                        frame(FIN | CONTINUATION, "\"a\"}".getBytes(UTF_8))));
        byte[] face = "\ud83d\ude00".getBytes(UTF_8);
        table.put(
                "in the midst of a character",
                bytes(
                        frame(TEXT, bytes("{\"group\":\"".getBytes(UTF_8), new byte[] {face[0], face[1]})),
                        frame(FIN | PING, "in the midst of a character".getBytes(UTF_8)),
                        frame(FIN | CONTINUATION, bytes(new byte[] {face[2], face[3]}, "\"}".getBytes(UTF_8)))));
        return table;
    }

    /** Closes the connection, with this code. */
    static Map<String, Map.Entry<Integer, byte[]>> closing() {
        Map<String, Map.Entry<Integer, byte[]>> table = new LinkedHashMap<>();
        table.put("binary", Map.entry(1003, frame(FIN | BINARY, (byte) 1, (byte) 2)));
        table.put("binary that is JSON", Map.entry(1003, frame(FIN | BINARY, "{}".getBytes(UTF_8))));
        table.put("binary with nothing in it", Map.entry(1003, frame(FIN | BINARY)));
        table.put("binary in fragments", Map.entry(1003, bytes(frame(BINARY, (byte) 1), frame(FIN, (byte) 2))));
        table.put("a large binary", Map.entry(1003, frame(FIN | BINARY, new byte[LIMIT + 1])));
        table.put("a byte too many", Map.entry(1009, text("x".repeat(LIMIT + 1))));
        table.put("far too many bytes", Map.entry(1009, text("x".repeat(20 * LIMIT))));
        table.put("too many bytes of few characters", Map.entry(1009, text("\u20ac".repeat(LIMIT / 3 + 1))));
        table.put("too many bytes in fragments", Map.entry(1009, fragments("x".repeat(LIMIT), "x")));
        table.put("0xFF", Map.entry(1007, text(hex("7bff7d"))));
        table.put("an overlong slash", Map.entry(1007, text(hex("c0af"))));
        table.put("an overlong NUL", Map.entry(1007, text(hex("e08080"))));
        table.put("a surrogate in UTF-8", Map.entry(1007, text(hex("eda080"))));
        table.put("beyond U+10FFFF", Map.entry(1007, text(hex("f4908080"))));
        table.put("a continuation byte alone", Map.entry(1007, text(hex("80"))));
        table.put("half a character", Map.entry(1007, text(hex("7b7de282"))));
        table.put(
                "half a character before the last fragment",
                Map.entry(1007, bytes(frame(TEXT, hex("7b7de2")), frame(FIN | CONTINUATION, hex("8220")))));
        table.put("a continuation of nothing", Map.entry(1002, frame(FIN | CONTINUATION, hex("7b7d"))));
        table.put("text within fragments", Map.entry(1002, bytes(frame(TEXT, hex("7b")), text("{}"))));
        for (int reserved : new int[] {0x40, 0x20, 0x10})
            table.put("reserved bit " + reserved, Map.entry(1002, frame(FIN | reserved | TEXT, hex("7b7d"))));
        for (int reserved : new int[] {0x3, 0x7, 0xB, 0xF})
            table.put("reserved opcode " + reserved, Map.entry(1002, frame(FIN | reserved, hex("7b7d"))));
        table.put("a ping in fragments", Map.entry(1002, bytes(frame(PING, hex("7b")), frame(FIN, hex("7d")))));
        table.put("a ping that is too long", Map.entry(1002, frame(FIN | PING, new byte[126])));
        table.put("a close frame that is too long", Map.entry(1002, close(1000, "x".repeat(124))));
        table.put("half a close code", Map.entry(1002, frame(FIN | CLOSE, (byte) 3)));
        table.put("a reason that is no text", Map.entry(1007, frame(FIN | CLOSE, hex("03e8ff"))));
        for (int forbidden : new int[] {0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535})
            table.put("close code " + forbidden, Map.entry(1002, close(forbidden, "")));
        for (int allowed : new int[] {1000, 1001, 3000, 4000, 4999})
            table.put("close code " + allowed, Map.entry(allowed, close(allowed, "bye")));
        table.put("no close code", Map.entry(1000, frame(FIN | CLOSE)));
        return table;
    }

    /** Is followed by the end of the client, without a close frame. */
    static Map<String, byte[]> abrupt() {
        Map<String, byte[]> table = new LinkedHashMap<>();
        table.put("nothing at all", new byte[0]);
        table.put("half a header", new byte[] {(byte) 0x81});
        table.put("half a mask", new byte[] {(byte) 0x81, (byte) 0x82, 1, 2});
        table.put("half a length", new byte[] {(byte) 0x81, (byte) 0xff, 0, 0, 0});
        table.put("half a frame", frameOfLength(FIN | TEXT, 1000, "{\"subscribe\":true".getBytes(UTF_8)));
        table.put("a hundred gigabytes that never come", frameOfLength(FIN | TEXT, 100L << 30, hex("7b7d")));
        table.put("a fragment without an end", frame(TEXT, "{\"subscribe\":true".getBytes(UTF_8)));
        table.put("half a ping", frameOfLength(FIN | PING, 100, hex("7b7d")));
        table.put("a whole frame", text(JOIN.formatted("post-1-title")));
        table.put("a bad frame that nobody is there to hear of", text("{"));
        return table;
    }

    /** Joins of so many groups. */
    static String batch(int groups) {
        return batch(0, groups);
    }

    /** Joins of other groups, for another first one. */
    static String batch(int first, int groups) {
        return IntStream.range(first, first + groups)
                .mapToObj(group -> JOIN.formatted("post-" + group + "-title"))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
    }

    private static byte[] fragments(String first, String... others) {
        byte[] all = frame(TEXT, first.getBytes(UTF_8));
        for (int at = 0; at < others.length; at++)
            all = bytes(all, frame(at + 1 < others.length ? CONTINUATION : FIN, others[at].getBytes(UTF_8)));
        return all;
    }

    private static byte[] oneByOne(String characters) {
        return fragments("", characters.chars().mapToObj(Character::toString).toArray(String[]::new));
    }

    /** Split in the middle of a character. */
    private static byte[] inTwo(String whole, String character) {
        byte[] all = whole.getBytes(UTF_8);
        int at = whole.substring(0, whole.indexOf(character)).getBytes(UTF_8).length + 2;
        byte[] head = Arrays.copyOf(all, at);
        byte[] tail = Arrays.copyOfRange(all, at, all.length);
        return bytes(frame(TEXT, head), frame(FIN | CONTINUATION, tail));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
