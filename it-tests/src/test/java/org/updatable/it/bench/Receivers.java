package org.updatable.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Many who are told numbers, on one thread, and when each of them was. What comes is counted as bytes and not made into text, as a
 * {@link Crowd} does: they share the machine with who tells them. While something is on its way to them they look for it again and again
 * instead of being woken by it: to wake another process of the same machine is work of who tells it, which none has whose browsers are
 * elsewhere.
 */
final class Receivers implements AutoCloseable {
    private static final int PATIENCE = 60;
    private static final int MOMENT = 500;

    /** Nanoseconds until they look again whether something has come. */
    private static final int GLANCE = 20_000;

    /** Some systems cut off a longer queue, and Payara hangs up when too many speak at once. */
    private static final int SOME = 100;

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8a;
    private static final byte[] VALUE = "\"value\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final int size;
    private final int atOnce;
    private final URI door;
    private final IntFunction<List<String>> greeting;
    private final Selector selector = Selector.open();
    private final Thread thread = new Thread(this::run, "receivers");
    private final List<Client> clients = new ArrayList<>();
    private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
    private final CountDownLatch ready;
    private final CountDownLatch ended;
    private byte[] heard = new byte[256 * 1024];
    private int arriving;
    private int leaving;
    private int left;
    private volatile Awaited awaited = new Awaited(0, 0);
    private volatile boolean isOver;
    private volatile String problem = "";
    private String sample = "";
    private long frames;
    private long updates;
    private long longestWelcome;

    /** A number, and who was told it. */
    static final class Awaited {
        private final int value;
        private final int messages;
        private final CountDownLatch all;
        private int told;
        private long first;
        private long last;

        private Awaited(int value, int messages) {
            this.value = value;
            this.messages = messages;
            all = new CountDownLatch(messages == 0 ? 0 : 1);
        }

        /** When a frame was read that says it: the first one. */
        long first() {
            return first;
        }

        /** The last one. */
        long last() {
            return last;
        }

        private boolean isOnItsWay() {
            return all.getCount() > 0;
        }

        private void tell(long moment) {
            if (told++ == 0) first = moment;
            last = moment;
            if (told == messages) all.countDown();
        }
    }

    /**
     * Comes, and waits until each is connected, and told that it is ready if it says something.
     *
     * @param size how many
     * @param door where
     * @param greeting what each says, by its number, as a text frame each; with one answer to all of it
     */
    Receivers(int size, URI door, IntFunction<List<String>> greeting) throws IOException, InterruptedException {
        this(size, door, greeting, SOME);
    }

    /**
     * The same.
     *
     * @param atOnce how many are on their way at a time
     */
    Receivers(int size, URI door, IntFunction<List<String>> greeting, int atOnce)
            throws IOException, InterruptedException {
        this.size = size;
        this.atOnce = atOnce;
        this.door = door;
        this.greeting = greeting;
        ready = new CountDownLatch(size);
        ended = new CountDownLatch(size);
        thread.setDaemon(true);
        thread.start();
        await(ready, "to be ready");
    }

    /**
     * Is told a number from now on.
     *
     * @param value the number
     * @param each how often each is told it
     */
    Awaited expect(int value, int each) {
        awaited = new Awaited(value, size * each);
        return awaited;
    }

    /** Waits until all were told what they expect, and that was the newest that each of them was told. */
    void untilTold() throws InterruptedException {
        Awaited number = awaited;
        await(number.all, "to be told " + number.value);
        long outdated =
                clients.stream().filter(client -> client.newest != number.value).count();
        if (outdated > 0) throw new IllegalStateException(outdated + " were not told last " + number.value);
    }

    /** Waits for a moment; answers whether all were told what they expect. */
    boolean areTold() throws InterruptedException {
        return awaited.all.await(MOMENT, TimeUnit.MILLISECONDS);
    }

    /** How long it took for one of them from the first packet until it was ready: the longest, in nanoseconds. */
    long longestWelcome() {
        return longestWelcome;
    }

    /** How many frames have come with an update. */
    long frames() {
        return frames;
    }

    /** How many updates were in them. */
    long updates() {
        return updates;
    }

    /** The last frame that the first of them was told. */
    String sample() {
        return sample;
    }

    /** Says goodbye, and waits until every connection is closed. */
    @Override
    public void close() {
        isOver = true;
        selector.wakeup();
        try {
            await(ended, "to end");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            thread.interrupt();
        }
    }

    private void await(CountDownLatch event, String what) throws InterruptedException {
        boolean happened = event.await(PATIENCE, TimeUnit.SECONDS);
        if (!happened || (!problem.isEmpty() && !isOver))
            throw new IllegalStateException("%d wait %s, of %d %d are not ready and %d still there. %s"
                    .formatted(awaited.messages, what, size, ready.getCount(), ended.getCount(), problem));
    }

    private void run() {
        try (selector) {
            while (!Thread.currentThread().isInterrupted()) {
                while (arriving < atOnce && clients.size() < size) clients.add(new Client(clients.size()));
                while (isOver && leaving < atOnce && left < clients.size())
                    clients.get(left++).leave();
                if (awaited.isOnItsWay()) {
                    if (selector.selectNow(key -> ((Client) key.attachment()).goOn()) == 0)
                        LockSupport.parkNanos(GLANCE);
                } else selector.select(key -> ((Client) key.attachment()).goOn(), 10);
            }
            for (Client client : clients) client.channel.close();
        } catch (IOException | RuntimeException failure) {
            fail(String.valueOf(failure));
        }
    }

    /** Nobody waits any more for what will not be. */
    private void fail(String reason) {
        problem = reason;
        awaited.all.countDown();
        while (ready.getCount() > 0) ready.countDown();
    }

    private final class Client {
        private final int number;
        private final SocketChannel channel = SocketChannel.open();
        private final long came = System.nanoTime();
        private byte[] rest = NOTHING;
        private boolean isConnected;
        private boolean isReady;
        private boolean isLeaving;
        private boolean hasEnded;
        private int newest;

        Client(int number) throws IOException {
            this.number = number;
            arriving++;
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_CONNECT, this);
            channel.connect(new InetSocketAddress(door.getHost(), door.getPort()));
        }

        void goOn() {
            try {
                SelectionKey key = channel.keyFor(selector);
                if (!isConnected && key.isConnectable()) {
                    channel.finishConnect();
                    key.interestOps(SelectionKey.OP_READ);
                    say(Crowd.handshake(door, !greeting.apply(number).isEmpty()));
                } else if (key.isReadable()) read();
            } catch (IOException broken) {
                end(String.valueOf(broken));
            }
        }

        void leave() {
            if (hasEnded) return;
            leaving++;
            isLeaving = true;
            try {
                say(Crowd.frame(CLOSE, (byte) 0x03, (byte) 0xe8));
            } catch (IOException gone) {
                end(String.valueOf(gone));
            }
        }

        /** It is less than a socket takes at once. */
        private void say(ByteBuffer words) throws IOException {
            while (words.hasRemaining()) channel.write(words);
        }

        private void read() throws IOException {
            received.clear();
            int count = channel.read(received);
            long moment = System.nanoTime();
            if (count < 0) {
                end("The server hung up.");
                return;
            }
            received.flip();
            int end = rest.length + count;
            if (heard.length < end) heard = new byte[2 * end];
            System.arraycopy(rest, 0, heard, 0, rest.length);
            received.get(heard, rest.length, count);
            int at = 0;
            for (int next = understand(at, end, moment); next > at; next = understand(at, end, moment)) at = next;
            rest = at == end || hasEnded ? NOTHING : Arrays.copyOfRange(heard, at, end);
        }

        /** Answers where the next begins; the same place when not all of this one is there. */
        private int understand(int at, int end, long moment) throws IOException {
            if (hasEnded || at == end) return at;
            return isConnected ? frame(at, end, moment) : welcome(at, end);
        }

        private int welcome(int at, int end) throws IOException {
            String head = new String(heard, at, end - at, StandardCharsets.ISO_8859_1);
            int length = head.indexOf("\r\n\r\n");
            if (length < 0) return at;
            if (!head.startsWith("HTTP/1.1 101")) {
                end("No handshake: " + head.lines().findFirst());
                return at;
            }
            isConnected = true;
            List<String> words = greeting.apply(number);
            if (words.isEmpty()) isReady();
            else say(Crowd.frames(words));
            return at + length + 4;
        }

        private int frame(int at, int end, long moment) throws IOException {
            if (end - at < 2) return at;
            int length = heard[at + 1] & 0x7f;
            int from = at + 2;
            if (length == 126) {
                if (end - at < 4) return at;
                length = ((heard[at + 2] & 0xff) << 8) | (heard[at + 3] & 0xff);
                from = at + 4;
            } else if (length == 127) {
                if (end - at < 10) return at;
                length = ByteBuffer.wrap(heard).getInt(at + 6);
                from = at + 10;
            }
            if (end - from < length) return at;
            switch (heard[at] & 0xff) {
                case TEXT -> hears(from, from + length, moment);
                case PING -> say(Crowd.frame(PONG, Arrays.copyOfRange(heard, from, from + length)));
                case PONG -> {}
                case CLOSE -> end("Closed.");
                default -> end("A frame that begins with " + heard[at]);
            }
            return from + length;
        }

        private void hears(int from, int end, long moment) {
            if (!isReady && new String(heard, from, end - from, StandardCharsets.UTF_8).contains("\"type\":\"ready\""))
                isReady();
            boolean hasUpdate = false;
            for (int at = from; at < end - VALUE.length; at++)
                if (heard[at] == '"' && isValue(at)) {
                    if (!hasUpdate) frames++;
                    hasUpdate = true;
                    updates++; // before anybody knows that all were told
                    at += VALUE.length;
                    isTold(number(at, end), moment);
                }
            if (!hasUpdate) return;
            if (number == 0) sample = new String(heard, from, end - from, StandardCharsets.UTF_8);
        }

        private boolean isValue(int at) {
            return Arrays.equals(heard, at, at + VALUE.length, VALUE, 0, VALUE.length);
        }

        private int number(int begin, int end) {
            int from = heard[begin] == '"' ? begin + 1 : begin;
            int number = 0;
            for (int at = from; at < end && heard[at] >= '0' && heard[at] <= '9'; at++)
                number = 10 * number + heard[at] - '0';
            return number;
        }

        private void isTold(int value, long moment) {
            newest = value;
            Awaited number = awaited;
            if (value == number.value) number.tell(moment);
        }

        private void isReady() {
            isReady = true;
            longestWelcome = Math.max(longestWelcome, System.nanoTime() - came);
            arriving--;
            ready.countDown();
        }

        /** When nobody waits for anything they may be sent away. */
        private void end(String reason) {
            if (hasEnded) return;
            hasEnded = true;
            if (isLeaving) leaving--;
            try {
                channel.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            ended.countDown();
            if (ready.getCount() > 0 || awaited.all.getCount() > 0) fail(reason);
        }
    }
}
