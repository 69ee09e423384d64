package org.updatable.it.references;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Injects one unit, and names another one that it would look up. */
@WebServlet("/pages")
@PersistenceUnit(name = "persistence/named", unitName = "named")
public class Pages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @PersistenceContext(unitName = "injected")
    private transient EntityManager injected;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(injected.isOpen());
    }
}
