package org.updatable.it.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.updatable.it.Server;

/** Many browsers, or programs, on one thread: WebSockets byte for byte (RFC 6455). */
final class Crowd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** More would wait in the server's queue of connections, which some systems cut off. */
    private static final int ARRIVING_AT_ONCE = 100;

    /**
     * More would be more than Payara takes: beyond 4096 connections on which something has come and waits for a thread, it
     * hangs up.
     */
    private static final int UNANSWERED_AT_ONCE = 2_000;

    /** One may answer several frames. */
    private static final Pattern READY = Pattern.compile("\"type\":\"ready\",\"n\":(\\d+)");

    /** As the script does, which says something to a server that has nothing to say: WildFly hangs up after 90 seconds. */
    private static final long ASKS_AFTER = Duration.ofSeconds(30).toNanos();

    private static final int ASKING_AT_ONCE = 100;

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8a;
    private static final int MASKED = 0x80;
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};
    private static final ByteBuffer QUESTION = frames(List.of("{\"batch\":[]}"));

    /** An observer is told so, once for each subscription. */
    private static final String SUBSCRIBED = "\"response_status\":201";

    private final int size;
    private final URI door;
    private final boolean observes;
    private final String awaited;
    private final boolean greets;
    private final Selector selector = Selector.open();
    private final Thread thread = new Thread(this::run, "crowd");
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final List<Client> clients = new ArrayList<>();
    private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger ready = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile String problem = "";
    private volatile boolean leaving;
    private final Queue<Client> speakers = new ArrayDeque<>();
    private ByteBuffer spoken;
    private int answers;
    private int arriving;
    private int unanswered;

    /**
     * Comes, and waits until all are connected.
     *
     * @param size how many
     * @param greeting what each says as soon as it is connected: frames
     * @param awaited what stands in a message that each is to be told
     */
    Crowd(int size, List<String> greeting, String awaited) throws IOException {
        this(size, Server.updates("bench"), false, greeting, awaited);
    }

    private Crowd(int size, URI door, boolean observes, List<String> greeting, String awaited) throws IOException {
        this.size = size;
        this.door = door;
        this.observes = observes;
        this.awaited = awaited;
        greets = !greeting.isEmpty();
        spoken = frames(greeting);
        answers = greeting.size();
        thread.setDaemon(true);
        thread.start();
        until(open, size);
    }

    /** Programs that observe an entity, each by some subscriptions. */
    static Crowd ofObservers(int size, String model, List<String> subscriptions, String awaited) throws IOException {
        return new Crowd(size, Server.address("bench").resolve("updates/" + model), true, subscriptions, awaited);
    }

    /** Each says this, which is the first that it says. */
    void says(List<String> frames) {
        orders.add(() -> {
            spoken = frames(frames);
            answers = frames.size();
            speakers.addAll(clients);
        });
        selector.wakeup();
    }

    /** Waits until each was told that all of its frames are answered: so many. */
    void untilReady(int frames) {
        until(ready, size * frames);
    }

    /** Waits until so many messages had in them what is awaited. */
    void untilTold(int messages) {
        until(told, messages);
    }

    /** How many messages had in them what is awaited. */
    int told() {
        return told.get();
    }

    /** Says goodbye, and waits until the server has closed every connection. */
    @Override
    public void close() throws IOException {
        leaving = true;
        orders.add(() -> {
            spoken = frame(CLOSE, (byte) 0x03, (byte) 0xe8);
            speakers.addAll(clients);
        });
        selector.wakeup();
        until(ended, size);
        thread.interrupt();
        selector.wakeup();
    }

    private void until(AtomicInteger counter, int all) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(PATIENCE)
                .failFast(() -> {
                    if (!problem.isEmpty())
                        throw new IllegalStateException(
                                "%s; %s had come, with %s answers".formatted(problem, open, ready));
                })
                .until(() -> counter.get() >= all);
    }

    private void run() {
        try (selector) {
            while (!Thread.currentThread().isInterrupted()) {
                while (arriving < ARRIVING_AT_ONCE && clients.size() < size) clients.add(new Client());
                selector.select(10);
                for (Runnable order = orders.poll(); order != null; order = orders.poll()) order.run();
                while (unanswered < UNANSWERED_AT_ONCE && !speakers.isEmpty()) {
                    unanswered++;
                    speakers.remove().say(spoken);
                }
                clients.stream().filter(Client::isQuiet).limit(ASKING_AT_ONCE).forEach(client -> client.say(QUESTION));
                for (SelectionKey key : selector.selectedKeys()) ((Client) key.attachment()).goOn();
                selector.selectedKeys().clear();
            }
        } catch (IOException | RuntimeException failure) {
            problem = String.valueOf(failure);
        }
    }

    /**
     * What a client says first.
     *
     * @param door where, with a query if it has one
     * @param isPage whether it speaks as our script does
     */
    static ByteBuffer handshake(URI door, boolean isPage) {
        return StandardCharsets.US_ASCII.encode("""
                GET %s HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                %s\r
                """.formatted(
                        door.getPath() + (door.getQuery() == null ? "" : "?" + door.getQuery()),
                        door.getPort(),
                        isPage ? "Sec-WebSocket-Protocol: updatable.v1\r\n" : ""));
    }

    /** Text frames, as a client writes them. */
    static ByteBuffer frames(List<String> texts) {
        List<ByteBuffer> frames = texts.stream()
                .map(text -> frame(TEXT, text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        ByteBuffer all = ByteBuffer.allocate(
                frames.stream().mapToInt(ByteBuffer::remaining).sum());
        frames.forEach(all::put);
        return all.flip();
    }

    /** One frame, as a client writes it: of less than 64 KiB. */
    static ByteBuffer frame(int first, byte... payload) {
        ByteBuffer frame = ByteBuffer.allocate(8 + payload.length).put((byte) first);
        if (payload.length < 126) frame.put((byte) (MASKED | payload.length));
        else frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        frame.put(MASK);
        for (int at = 0; at < payload.length; at++) frame.put((byte) (payload[at] ^ MASK[at % MASK.length]));
        return frame.flip();
    }

    private final class Client {
        private final SocketChannel channel = SocketChannel.open();
        private final SelectionKey key;
        private final Queue<ByteBuffer> unsaid = new ConcurrentLinkedQueue<>();
        private ByteBuffer unread = ByteBuffer.allocate(0);
        private boolean connected;
        private int answeredFrames;
        private long said;

        Client() throws IOException {
            arriving++;
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = channel.register(selector, SelectionKey.OP_CONNECT, this);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Server.port()));
        }

        boolean isQuiet() {
            return !observes && answers > 0 && answeredFrames == answers && System.nanoTime() - said > ASKS_AFTER;
        }

        void say(ByteBuffer frames) {
            if (!key.isValid()) return;
            unsaid.add(frames.duplicate());
            said = System.nanoTime();
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }

        void goOn() {
            try {
                if (key.isValid() && key.isConnectable()) shakeHands();
                if (key.isValid() && key.isWritable()) write();
                if (key.isValid() && key.isReadable()) read();
            } catch (IOException broken) {
                end(String.valueOf(broken));
            }
        }

        private void shakeHands() throws IOException {
            channel.finishConnect();
            say(handshake(door, !observes));
        }

        private void write() throws IOException {
            while (!unsaid.isEmpty()) {
                ByteBuffer next = unsaid.element();
                channel.write(next);
                if (next.hasRemaining()) return;
                unsaid.remove();
            }
            key.interestOps(SelectionKey.OP_READ);
        }

        private void read() throws IOException {
            received.clear();
            int count = channel.read(received);
            if (count < 0) {
                end("The server hung up");
                return;
            }
            received.flip();
            ByteBuffer all = ByteBuffer.allocate(unread.remaining() + count)
                    .put(unread)
                    .put(received)
                    .flip();
            while (connected ? hearsFrame(all) : hearsHandshake(all)) {
                // each is counted
            }
            unread = all.hasRemaining() ? all.slice() : ByteBuffer.allocate(0);
        }

        private boolean hearsHandshake(ByteBuffer all) {
            String head = StandardCharsets.ISO_8859_1.decode(all.duplicate()).toString();
            int end = head.indexOf("\r\n\r\n");
            if (end < 0) return false;
            if (!head.startsWith("HTTP/1.1 101")) {
                end("No handshake: " + head.lines().findFirst());
                return false;
            }
            all.position(all.position() + end + 4);
            connected = true;
            arriving--;
            open.incrementAndGet();
            if (greets) speakers.add(this);
            return true;
        }

        private boolean hearsFrame(ByteBuffer all) {
            ByteBuffer frame = all.duplicate();
            if (frame.remaining() < 2) return false;
            int first = frame.get() & 0xff;
            long length = frame.get();
            if (length == 126 && frame.remaining() >= 2) length = Short.toUnsignedInt(frame.getShort());
            else if (length == 127 && frame.remaining() >= 8) length = frame.getLong();
            else if (length > 125) return false;
            if (frame.remaining() < length) return false;
            int end = frame.position() + (int) length;
            if (first == PING) {
                byte[] question = new byte[(int) length];
                frame.get(question);
                say(frame(PONG, question));
                all.position(end);
                return true;
            }
            String text = StandardCharsets.UTF_8.decode(frame.limit(end)).toString();
            all.position(end);
            if (first == CLOSE) end("Closed: " + text);
            else hears(text);
            return first != CLOSE;
        }

        private void hears(String frame) {
            Matcher answered = READY.matcher(frame);
            while (answered.find()) answered(Math.min(answers, Integer.parseInt(answered.group(1))));
            if (observes) answered(answeredFrames + occurrences(frame, SUBSCRIBED));
            told.addAndGet(occurrences(frame, awaited));
            if (frame.contains("\"type\":\"error\"") || frame.contains("\"type\":\"refused\"")) problem = frame;
        }

        private void answered(int count) {
            if (count == answeredFrames) return; // it had only asked, or is told something
            ready.addAndGet(count - answeredFrames);
            answeredFrames = count;
            if (count == answers) unanswered--;
        }

        private void end(String reason) {
            if (leaving) unanswered--;
            else problem = reason;
            try {
                channel.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            ended.incrementAndGet();
        }

        private static int occurrences(String text, String part) {
            int count = 0;
            for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) count++;
            return count;
        }
    }
}
