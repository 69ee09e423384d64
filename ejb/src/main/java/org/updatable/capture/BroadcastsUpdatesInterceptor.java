package org.updatable.capture;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.updatable.BroadcastsUpdates;
import org.updatable.counters.Failures;

/**
 * Opens the {@linkplain UnitOfUpdates unit of updates} around a business method. It publishes nothing: on a session
 * bean it runs inside the transaction and never sees its commit.
 */
@Interceptor
@BroadcastsUpdates
@Priority(BroadcastsUpdatesInterceptor.OUTSIDE_OF_TRANSACTIONAL)
public class BroadcastsUpdatesInterceptor implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The interceptor of {@code @Transactional} has PLATFORM_BEFORE + 200; what it commits is flushed inside of us. */
    static final int OUTSIDE_OF_TRANSACTIONAL = Interceptor.Priority.PLATFORM_BEFORE + 100;

    @Inject
    @SuppressWarnings("serial") // a client proxy, which is serializable
    Caller caller;

    @Inject
    @SuppressWarnings("serial")
    Capture capture;

    /** Made by the container. */
    public BroadcastsUpdatesInterceptor() {}

    @AroundInvoke
    @AroundTimeout
    @Nullable
    Object around(InvocationContext call) throws Exception {
        UnitOfUpdates outer = UnitOfUpdates.current();
        enter(call, outer);
        try {
            return call.proceed();
        } finally {
            UnitOfUpdates.enter(outer);
        }
    }

    private void enter(InvocationContext call, @Nullable UnitOfUpdates outer) {
        try {
            UnitOfUpdates unit = unit(call, outer);
            UnitOfUpdates.enter(unit);
            capture.entered(unit);
        } catch (Throwable failure) { // the business method runs, with or without us
            Failures.report("No unit of updates could be opened: changes are told without actor and tab.", failure);
        }
    }

    private UnitOfUpdates unit(InvocationContext call, @Nullable UnitOfUpdates outer) {
        boolean muted = isMuted(call);
        if (outer == null) return caller.unit(muted);
        return muted && !outer.muted() ? outer.mutedToo() : outer;
    }

    /** The binding that our extension added is not seen by reflection, and mutes nothing. */
    private static boolean isMuted(InvocationContext call) {
        BroadcastsUpdates binding =
                call.getMethod() == null ? null : call.getMethod().getAnnotation(BroadcastsUpdates.class);
        for (Class<?> type = call.getTarget().getClass(); binding == null && type != null; type = type.getSuperclass())
            binding = type.getDeclaredAnnotation(BroadcastsUpdates.class);
        return binding != null && !binding.value();
    }
}
