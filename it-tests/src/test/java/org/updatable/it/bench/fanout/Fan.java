package org.updatable.it.bench.fanout;

import jakarta.annotation.Resource;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.updatable.Updates;
import org.updatable.it.bench.parts.LivePart;
import org.updatable.message.Update;

/** Tells many what has changed, in the way that is asked for, as often as a {@link Baton} says. */
@WebServlet("/fan/*")
public class Fan extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @PersistenceContext(unitName = "parts")
    private transient EntityManager manager;

    @Resource
    private transient UserTransaction transaction;

    @Inject
    private transient Updates updates;

    @Inject
    @Push
    private transient PushContext fan;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setContentType("text/plain");
        try {
            switch (request.getPathInfo()) {
                case "/process" ->
                    response.getWriter().print(ProcessHandle.current().pid());
                case "/page" -> page(request, response);
                case "/follow" -> Baton.follow((int) number(request, "port"), change(request));
                default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (IOException | ServletException known) {
            throw known;
        } catch (Exception thrown) {
            throw new ServletException(thrown);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        request.setAttribute(
                "parts",
                manager.createQuery("SELECT p FROM LivePart p WHERE p.id >= :from ORDER BY p.id", LivePart.class)
                        .setParameter("from", number(request, "from"))
                        .setMaxResults((int) number(request, "rows"))
                        .getResultList());
        request.getRequestDispatcher("/fan.jsp").forward(request, response);
    }

    private Baton.Change change(HttpServletRequest request) throws ServletException {
        long from = number(request, "from");
        int rows = (int) number(request, "rows");
        String who = request.getParameter("who");
        return switch (who) {
            case "commit" -> value -> commit(from, rows, value);
            case "commit-text" -> value -> commit(from, rows, part -> part.setName(Words.text(value)));
            case "commits" ->
                value -> {
                    long begin = commit(from, 1, value);
                    for (int next = 1; next < rows; next++) commit(from + next, 1, value);
                    return begin;
                };
            case "send" -> value -> send(from, rows, value);
            case "loop" ->
                value -> {
                    long begin = System.nanoTime();
                    for (long row = from; row < from + rows; row++) Loop.tell(Words.of(row, value));
                    return begin;
                };
            case "loop-text" ->
                value -> {
                    long begin = System.nanoTime();
                    Loop.tell(Words.named(from, value));
                    return begin;
                };
            case "loop-each" ->
                value -> {
                    long begin = System.nanoTime();
                    Loop.tellEach(value);
                    return begin;
                };
            case "push" ->
                value -> {
                    long begin = System.nanoTime();
                    for (long row = from; row < from + rows; row++) fan.send(message(row, value));
                    return begin;
                };
            default -> throw new ServletException("Nobody tells like " + who);
        };
    }

    private long commit(long from, int rows, int value) throws Exception {
        return commit(from, rows, part -> part.setStock(value));
    }

    /** What JPA has to write is written before it commits: that is no part of the time until all are told. */
    private long commit(long from, int rows, Consumer<LivePart> change) throws Exception {
        transaction.begin();
        for (long id = from; id < from + rows; id++) change.accept(manager.find(LivePart.class, id));
        manager.flush();
        long begin = System.nanoTime();
        transaction.commit();
        return begin;
    }

    /** What a commit would tell, without one. */
    private long send(long from, int rows, int value) {
        long begin = System.nanoTime();
        updates.send(LongStream.range(from, from + rows)
                .mapToObj(row -> Update.value("live_part-" + row + "-stock", value))
                .toArray(Update[]::new));
        return begin;
    }

    /** Faces writes it as JSON: the same as {@link Words}, in an object that it calls {@code data}. */
    private static Map<String, Object> message(long row, int value) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "update_value");
        message.put("path", "live_part-" + row + "-stock");
        message.put("value", value);
        return message;
    }

    private static long number(HttpServletRequest request, String name) {
        return Long.parseLong(request.getParameter(name));
    }
}
