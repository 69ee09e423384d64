package org.updatable.it.references;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

@WebListener
public class Start implements ServletContextListener {
    static final String LISTENED = "listened";

    @PersistenceUnit(unitName = "listened")
    private EntityManagerFactory listened;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext().setAttribute(LISTENED, listened);
    }
}
