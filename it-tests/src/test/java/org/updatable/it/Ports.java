package org.updatable.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Where a server can listen. */
public final class Ports {
    /** Below the ports that systems give to outgoing connections: one of those could take it before the server does. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 30_000;

    private Ports() {}

    /** A port that nobody listens on now. Random, so that two builds at once do not choose the same one. */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(1_000, LOWEST, HIGHEST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
