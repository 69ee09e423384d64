package org.updatable.hub.undertow;

import io.undertow.websockets.core.WebSocketChannel;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where whole frames can be written from any thread, between those that Undertow writes. */
public interface DirectSink {

    /** Makes them. */
    @FunctionalInterface
    interface Factory {

        /**
         * That of a connection. To be asked once, before anything is said by it.
         *
         * @param channel the connection
         * @return null when its bytes are encrypted
         * @throws ReflectiveOperationException when this is not the Undertow that is known
         */
        @Nullable
        DirectSink of(WebSocketChannel channel) throws ReflectiveOperationException;
    }

    /**
     * Writes a frame, unless Undertow is half-way through one of its own. What the system does not take at once follows as soon as it does.
     *
     * @param frame all of it
     * @return done when the system has all of it, failed when it cannot have it; null when nothing is written because Undertow writes
     */
    @Nullable
    CompletableFuture<Void> send(ByteBuffer frame);
}
