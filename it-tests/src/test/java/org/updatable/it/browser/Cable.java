package org.updatable.it.browser;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.updatable.it.Ports;
import org.updatable.it.Server;

/** What lies between a browser and the server, and can be cut. */
final class Cable implements AutoCloseable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final int port = Ports.free();
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket entrance;
    private volatile boolean webSocketsPass = true;

    Cable() {
        mend();
    }

    /** An application, as it is seen through this cable. */
    URI address(String application) {
        return URI.create("http://127.0.0.1:" + port + "/" + application + "/");
    }

    /** Lets everything through again. */
    void mend() {
        webSocketsPass = true;
        silent.clear();
        if (entrance != null && !entrance.isClosed()) return;
        entrance = await().ignoreExceptions()
                .until(this::open, ServerSocket::isBound); // its last connections may still be ending
        thread(() -> accept(entrance));
    }

    private ServerSocket open() throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(HERE, port));
        return opened;
    }

    /** Ends every connection, and refuses new ones. */
    void cut() {
        close(entrance);
        ends.forEach(Cable::close);
    }

    /** All that is there stays open and gets through no more, as when a laptop has left the network; what is new gets through. */
    void silence() {
        silent.addAll(ends);
    }

    /** Pages still load, but no WebSocket gets through. */
    void refuseWebSockets() {
        webSocketsPass = false;
    }

    @Override
    public void close() {
        cut();
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket browser = from.accept();
                ends.add(browser);
                thread(() -> connect(browser));
            } catch (IOException cut) {
                close(from);
            }
        }
    }

    private void connect(Socket browser) {
        try (browser;
                Socket server = new Socket(HERE, Server.port())) {
            ends.add(server);
            byte[] request = requestLine(browser.getInputStream());
            if (!webSocketsPass && new String(request, StandardCharsets.ISO_8859_1).contains("/updates ")) return;
            server.getOutputStream().write(request);
            Thread back = thread(() -> copy(server, browser));
            copy(browser, server);
            back.join();
        } catch (IOException | InterruptedException cut) {
            close(browser);
        } finally {
            ends.remove(browser);
        }
    }

    /** A browser opens a connection of its own for a WebSocket, so the first line tells. */
    private static byte[] requestLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') break;
        }
        return line.toByteArray();
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8 * 1024];
            for (int read = in.read(some); read >= 0; read = in.read(some))
                if (!silent.contains(to)) out.write(some, 0, read);
        } catch (IOException cut) {
            close(to);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void close(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception closedAlready) {
            return;
        }
    }
}
