package org.updatable.it.ledger;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.updatable.it.fixture.Facts;

/** Where work on accounts is asked for; answers the facts that were there in the meantime, and all of them at the end. */
@WebServlet("/counter/*")
public class Counter extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private transient Books books;

    @EJB
    private transient StandingOrders orders;

    @Resource
    private transient UserTransaction transaction;

    @Resource
    private transient ManagedExecutorService threads;

    @Resource
    private transient ManagedScheduledExecutorService timer;

    @Inject
    private transient Facts facts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        List<JsonArray> meantime = new ArrayList<>();
        try {
            switch (request.getPathInfo().substring(1)) {
                case "open" -> books.open(id);
                case "change-everything" -> books.changeEverything(id);
                case "enter-all" -> books.enterAll(id.split(",", -1));
                case "enter-on-a-thread" ->
                    threads.submit(() -> books.enter(id)).get();
                case "enter-later" -> enterLater(id);
                case "enter-on-schedule" -> orders.enter(id);
                case "enter-in-a-job" -> Bookkeeper.enter(id);
                case "enter-too-late" -> enterTooLate(id);
                case "clip" -> books.clip(id, "cut out", () -> meantime.add(facts.from(0)));
                default -> {
                    // only the facts are asked for
                }
            }
        } catch (Exception thrown) {
            throw new IOException(thrown);
        }
        response.setContentType("application/json");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("meantime", Json.createArrayBuilder(meantime))
                        .add("facts", facts.from(0))
                        .build()
                        .toString());
    }

    /** In a transaction that the scheduled work begins by itself. */
    private void enterLater(String id) throws Exception {
        Callable<String> work = () -> {
            transaction.begin();
            books.enter(id);
            transaction.commit();
            return id;
        };
        timer.schedule(work, 100, TimeUnit.MILLISECONDS).get();
    }

    /** The transaction is over before its work is. */
    private void enterTooLate(String id) throws Exception {
        transaction.setTransactionTimeout(1);
        transaction.begin();
        books.enterAll(id);
        Thread.sleep(13_000); // Payara looks every ten seconds
        try {
            transaction.commit();
        } catch (RollbackException | IllegalStateException tooLate) {
            return;
        }
        throw new IllegalStateException("The transaction was to time out.");
    }
}
