package org.updatable.it.sockets;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** Answers what it hears. */
@ServerEndpoint("/echo")
public class Echo {

    @OnMessage
    public String heard(String words) {
        return words;
    }
}
