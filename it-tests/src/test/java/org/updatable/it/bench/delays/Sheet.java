package org.updatable.it.bench.delays;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page that shows both rows, and listens to a channel. */
@WebServlet("/sheet")
public class Sheet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @PersistenceContext(unitName = "h2")
    private transient EntityManager h2;

    @PersistenceContext(unitName = "postgres")
    private transient EntityManager postgres;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute("h2", h2.find(H2Note.class, 1L));
        request.setAttribute("postgres", postgres.find(PostgresNote.class, 1L));
        request.getRequestDispatcher("/sheet.jsp").forward(request, response);
    }
}
