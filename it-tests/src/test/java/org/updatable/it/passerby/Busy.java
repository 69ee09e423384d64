package org.updatable.it.passerby;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Takes a while, on the thread of the request, on another one, and on one that was told to wait. */
@WebServlet("/busy")
public class Busy extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int A_WHILE = 50;

    @Resource
    private transient ManagedExecutorService threads;

    @Resource
    private transient ManagedScheduledExecutorService timer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Callable<Boolean> work = Busy::isTheSame;
        try {
            Future<Boolean> other = threads.submit(work);
            Future<Boolean> later = timer.schedule(work, 1, TimeUnit.MILLISECONDS);
            response.getWriter().print(work.call() && other.get() && later.get());
        } catch (ExecutionException failure) {
            throw new IOException(failure);
        } catch (Exception interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** JDK 17 remembers the class that a component of the last record had which was compared. */
    private static boolean isTheSame() throws InterruptedException {
        Thread.sleep(A_WHILE);
        return new Pass(new Street("Main")).equals(new Pass(new Street("Main")));
    }

    private record Street(String name) {}

    private record Pass(Street along) {}
}
