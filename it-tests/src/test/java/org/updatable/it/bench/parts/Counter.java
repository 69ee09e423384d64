package org.updatable.it.bench.parts;

import jakarta.annotation.Resource;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Where it is asked for what is measured. */
@WebServlet("/counter/*")
public class Counter extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int ROWS_OF_A_PAGE = 50;
    private static final Map<String, Object> PAST_THE_CACHE =
            Map.of("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS);

    @PersistenceContext(unitName = "parts")
    private transient EntityManager manager;

    @Resource
    private transient UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/parts")
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Statements statements = new Statements(database);
        long from = number(request, "from");
        String answer = "{}";
        try {
            String what = request.getPathInfo().substring(1);
            switch (what) {
                case "fill" -> fill(from, (int) number(request, "count"));
                case "commits" ->
                    answer = measured(
                            new Commits(manager, transaction, statements, (int) number(request, "pause")).measure());
                case "fill-many" -> fillMany(from, number(request, "count"));
                case "bulk" ->
                    answer = new Bulk(manager, transaction, statements)
                            .measure(from, (int) number(request, "stock"))
                            .toString();
                case "count" -> statements.count();
                case "counted" -> answer = json(statements.counted());
                case "change-behind" -> changeBehind(from, request.getParameter("name"));
                case "change" -> change(from, (int) number(request, "stock"));
                case "read-for-each" ->
                    readForEach(number(request, "clients"), from, rows(request.getParameter("rows")));
                case "page", "region" -> {
                    page(from, what, request, response);
                    return;
                }
                default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (IOException | ServletException known) {
            throw known;
        } catch (Exception thrown) {
            throw new ServletException(thrown);
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(answer);
    }

    private void fill(long from, int count) throws Exception {
        transaction.begin();
        for (long id = from; id < from + count; id++) {
            Part live = new LivePart();
            live.begin(id);
            manager.persist(live);
            Part lifeless = new LifelessPart();
            lifeless.begin(id);
            manager.persist(lifeless);
        }
        transaction.commit();
    }

    private void fillMany(long from, long count) throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (String table : List.of("LIVEPART", "LIFELESSPART"))
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table
                        + " (ID, VERSION, NAME, PLACE, STOCK, SOLD, OFFERED, COUNTED)"
                        + " SELECT X, 1, 'part ' || X, 'shelf ' || X, 100, 7, TRUE, DATE '2026-01-01'"
                        + " FROM SYSTEM_RANGE(?, ?)")) {
                    insert.setLong(1, from);
                    insert.setLong(2, from + count - 1);
                    insert.executeUpdate();
                }
        }
    }

    /** Neither the provider nor we see it. */
    private void changeBehind(long id, String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE LIVEPART SET NAME = ?, VERSION = VERSION + 1 WHERE ID = ?")) {
            update.setString(1, name);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private void change(long id, int stock) throws Exception {
        transaction.begin();
        manager.find(LivePart.class, id).setStock(stock);
        transaction.commit();
    }

    /** What it would take without a hub that remembers: each client that joins reads the rows of its page. */
    private void readForEach(long clients, long from, long rows) throws Exception {
        for (long client = 0; client < clients; client++) {
            transaction.begin();
            for (long id = from; id < from + rows; id++) manager.find(LivePart.class, id, PAST_THE_CACHE);
            transaction.commit();
        }
    }

    private void page(long from, String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute(
                "parts",
                manager.createQuery("SELECT p FROM LivePart p WHERE p.id >= :from ORDER BY p.id", LivePart.class)
                        .setParameter("from", from)
                        .setMaxResults(ROWS_OF_A_PAGE)
                        .getResultList());
        request.getRequestDispatcher("/" + page + ".jsp").forward(request, response);
    }

    private static long rows(String rows) {
        return rows == null ? ROWS_OF_A_PAGE : Long.parseLong(rows);
    }

    private static long number(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null ? 1 : Long.parseLong(text);
    }

    private static String measured(JsonArray sizes) {
        JsonObject measured = Json.createObjectBuilder().add("sizes", sizes).build();
        return measured.toString();
    }

    private static String json(Map<String, Long> counted) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        counted.forEach(json::add);
        return json.build().toString();
    }
}
