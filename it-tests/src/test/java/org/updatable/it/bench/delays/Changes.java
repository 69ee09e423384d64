package org.updatable.it.bench.delays;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
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
import java.util.Map;
import javax.sql.DataSource;
import org.updatable.Notifications;
import org.updatable.Triggers;
import org.updatable.Updates;

/** Changes a row in the way that is asked for, and answers when its transaction was told to commit, and when that had ended. */
@WebServlet("/changes/*")
public class Changes extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @PersistenceContext(unitName = "h2")
    private transient EntityManager h2;

    @PersistenceContext(unitName = "postgres")
    private transient EntityManager postgres;

    @Resource(lookup = "java:app/jdbc/h2")
    private transient DataSource h2Source;

    @Resource(lookup = "java:app/jdbc/postgres")
    private transient DataSource postgresSource;

    @Resource
    private transient UserTransaction transaction;

    @Inject
    private transient Updates updates;

    @Inject
    private transient Notifications notifications;

    @Inject
    private transient Triggers triggers;

    /** What is done in a transaction. */
    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    /**
     * Where a row is.
     *
     * @param entities lead there
     * @param source leads there without JPA
     * @param kind of the row; its table is called the same
     */
    private record Place(EntityManager entities, DataSource source, Class<? extends Note> kind) {

        void byEntity(String text) {
            entities.find(kind, 1L).setText(text);
            entities.flush();
        }

        void byStatement(String text) {
            entities.createQuery("update %s n set n.text = :text where n.id = 1".formatted(kind.getSimpleName()))
                    .setParameter("text", text)
                    .executeUpdate();
        }

        void bySql(String text) {
            entities.createNativeQuery("update %s set text = ?1 where id = 1".formatted(kind.getSimpleName()))
                    .setParameter(1, text)
                    .executeUpdate();
        }

        void byJdbc(String text) throws SQLException {
            try (Connection connection = source.getConnection();
                    PreparedStatement update = connection.prepareStatement(
                            "update %s set text = ? where id = 1".formatted(kind.getSimpleName()))) {
                update.setString(1, text);
                update.executeUpdate();
            }
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String text = request.getParameter("text");
        Place place = "h2".equals(request.getParameter("on"))
                ? new Place(h2, h2Source, H2Note.class)
                : new Place(postgres, postgresSource, PostgresNote.class);
        try {
            JsonObject answer =
                    switch (request.getPathInfo().substring(1)) {
                        case "begin" -> begin();
                        case "now" -> committed(System.nanoTime());
                        case "entity" -> transaction(() -> place.byEntity(text));
                        case "statement" -> transaction(() -> place.byStatement(text));
                        case "sql" -> transaction(() -> place.bySql(text));
                        case "jdbc" -> transaction(() -> place.byJdbc(text));
                        case "jdbc-and-touch" ->
                            transaction(() -> {
                                place.byJdbc(text);
                                updates.touch(place.kind(), 1L);
                            });
                        case "announcement" -> transaction(() -> notifications.send("reports", Map.of("text", text)));
                        default -> throw new ServletException("There is no such change.");
                    };
            response.setContentType("application/json");
            response.getWriter().write(answer.toString());
        } catch (IOException | ServletException known) {
            throw known;
        } catch (Exception thrown) {
            throw new ServletException(thrown);
        }
    }

    /** Makes both rows, and installs the triggers. */
    private JsonObject begin() throws Exception {
        transaction.begin();
        h2.persist(new H2Note());
        transaction.commit();
        JsonObject committed = transaction(() -> postgres.persist(new PostgresNote()));
        triggers.install();
        return committed;
    }

    /** What JPA has to write is written before it commits: that is no part of the time that is measured, whichever way it is. */
    private JsonObject transaction(Work work) throws Exception {
        transaction.begin();
        work.run();
        long begin = System.nanoTime();
        transaction.commit();
        return committed(begin);
    }

    private static JsonObject committed(long begin) {
        return Json.createObjectBuilder()
                .add("begin", begin)
                .add("end", System.nanoTime())
                .build();
    }
}
