package org.updatable.hub;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.channel.Numbers;
import org.updatable.counters.Failures;

/**
 * Begins and ends the {@link UpdatesEndpoint} with its application. It registers it once more, beside its annotation: with
 * {@code jakarta.faces.ENABLE_WEBSOCKET_ENDPOINT} Payara serves none of an application's annotated endpoints after about
 * half of its starts: when Faces' initializer happens to run before that of Tyrus, it calls that one without the
 * application's classes, and the second call is ignored. Faces' initializer has run when listeners are called. Payara and
 * WildFly ignore a class that they have already.
 *
 * <p>It is not a {@code @WebListener}, which a web.xml that is metadata-complete turns off.
 */
public final class EndpointLifecycle implements ServletContainerInitializer, ServletContextListener {

    private static final Logger LOG = System.getLogger("org.updatable");

    private volatile @Nullable UpdatesEndpoint endpoint;
    private volatile @Nullable Numbers numbers;

    /** Made by the container. */
    public EndpointLifecycle() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
        context.addListener(this);
        context.addListener(new Arrivals());
        context.addListener(new Logouts(this));
        context.addListener(new Renderings(() -> Optional.ofNullable(numbers)));
    }

    @Override
    public void contextInitialized(ServletContextEvent start) {
        endpoint = find(UpdatesEndpoint.class);
        numbers = find(Numbers.class);
        register(UpdatesEndpoint.class, start.getServletContext());
    }

    /**
     * Registers an endpoint once more, beside its annotation.
     *
     * @param endpoint the annotated class
     * @param context that of the application
     */
    public static void register(Class<?> endpoint, ServletContext context) {
        if (!(context.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer sockets)) return;
        try {
            sockets.addEndpoint(endpoint);
        } catch (DeploymentException | IllegalStateException refused) {
            Failures.report(
                    endpoint.getSimpleName() + " was not taken a second time. It is there when it was the first time.",
                    refused);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent end) {
        try {
            CDI.current().select(UpdatesEndpoint.class).get().sayGoodbye();
        } catch (RuntimeException neverBegan) {
            LOG.log(Level.DEBUG, "There was nobody to say goodbye to: the application did not start.", neverBegan);
        }
        endpoint = null;
        numbers = null;
    }

    /** Found at the start, since not every thread on which an HTTP session ends can look it up. */
    Optional<UpdatesEndpoint> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    private static <T> @Nullable T find(Class<T> bean) {
        try {
            return CDI.current().select(bean).get();
        } catch (RuntimeException doesNotBegin) {
            LOG.log(Level.DEBUG, "There is no bean: the application does not start.", doesNotBegin);
            return null;
        }
    }
}
