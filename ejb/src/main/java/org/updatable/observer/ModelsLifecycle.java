package org.updatable.observer;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.hub.EndpointLifecycle;

/** Registers the {@link ModelsEndpoint}, for the reasons that {@link EndpointLifecycle} has. */
public final class ModelsLifecycle implements ServletContainerInitializer, ServletContextListener {

    /** Made by the container. */
    public ModelsLifecycle() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> none, ServletContext context) {
        context.addListener(this);
    }

    @Override
    public void contextInitialized(ServletContextEvent start) {
        EndpointLifecycle.register(ModelsEndpoint.class, start.getServletContext());
    }
}
