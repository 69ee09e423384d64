package org.updatable.it.references;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import javax.naming.InitialContext;
import org.updatable.it.fixture.Facts;

/** Injects one unit, looks up two others, and takes the fourth one from a listener; answers what was told of each. */
@WebServlet("/pages")
@PersistenceUnit(name = "persistence/named", unitName = "named")
public class Pages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @PersistenceContext(unitName = "injected")
    private transient EntityManager injected;

    @Resource
    private transient UserTransaction transaction;

    @Inject
    private transient Facts facts;

    @Override
    @SuppressWarnings("BanJNDI") // constant names
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            transaction.begin();
            injected.persist(new Injected());
            ((EntityManager) new InitialContext().lookup("java:comp/env/persistence/declared")).persist(new Declared());
            persist((EntityManagerFactory) new InitialContext().lookup("java:comp/env/persistence/named"), new Named());
            persist((EntityManagerFactory) getServletContext().getAttribute(Start.LISTENED), new Listened());
            transaction.commit();
        } catch (Exception thrown) {
            throw new ServletException(thrown);
        }
        response.setContentType("application/json");
        response.getWriter().print(facts.from(0));
    }

    private static void persist(EntityManagerFactory unit, Object entity) {
        EntityManager manager = unit.createEntityManager();
        manager.joinTransaction();
        manager.persist(entity);
    }
}
