package org.updatable.it.bench.fanout;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.updatable.hub.EndpointLifecycle;

/** Registers the loop as we do our own endpoint: beside Faces' channels Payara forgets it in about half of its starts. */
@WebListener
public class Opening implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        EndpointLifecycle.register(Loop.class, start.getServletContext());
    }
}
