package org.updatable.it.bench.fanout;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What every tutorial does. */
@ServerEndpoint("/loop")
public class Loop {
    private static final Set<Session> SESSIONS = ConcurrentHashMap.newKeySet();

    @OnOpen
    public void opened(Session session) {
        SESSIONS.add(session);
    }

    @OnClose
    public void closed(Session session) {
        SESSIONS.remove(session);
    }

    /** As ours is when it has nothing to say. */
    @OnMessage
    public String heard(String text) {
        return "{\"type\":\"ready\"}";
    }

    static void tell(String text) {
        for (Session session : SESSIONS) {
            var unused = session.getAsyncRemote().sendText(text);
        }
    }

    /** Each something else. */
    static void tellEach(int value) {
        long row = 1;
        for (Session session : SESSIONS) {
            var unused = session.getAsyncRemote().sendText(Words.of(row++, value));
        }
    }
}
