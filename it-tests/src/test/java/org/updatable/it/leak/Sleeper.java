package org.updatable.it.leak;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.CountDownLatch;

/** A thread that never ends. */
@WebListener
public class Sleeper implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent start) {
        Thread thread = new Thread(Sleeper::sleep, "sleeper");
        thread.setDaemon(true);
        thread.start();
    }

    private static void sleep() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException awake) {
            Thread.currentThread().interrupt();
        }
    }
}
