package org.updatable.it.leak;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Something that the JVM keeps until it ends. */
@WebListener
public class Hook implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::nothing));
    }

    private void nothing() {}
}
