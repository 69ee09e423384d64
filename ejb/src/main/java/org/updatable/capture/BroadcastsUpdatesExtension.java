package org.updatable.capture;

import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.util.List;
import org.updatable.BroadcastsUpdates;

/** Binds the {@link BroadcastsUpdatesInterceptor} to session beans and to everything {@code @Transactional}. */
public class BroadcastsUpdatesExtension implements Extension {
    private static final List<Class<? extends Annotation>> SESSION_BEANS =
            List.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class);

    /** Made by the container. */
    public BroadcastsUpdatesExtension() {}

    <T> void bind(
            @Observes
                    @WithAnnotations({
                        Transactional.class,
                        Stateless.class,
                        Stateful.class,
                        Singleton.class,
                        MessageDriven.class
                    })
                    ProcessAnnotatedType<T> type) {
        AnnotatedType<T> bean = type.getAnnotatedType();
        if (bean.isAnnotationPresent(Interceptor.class) || isOurs(bean.getJavaClass())) return;
        boolean everyMethod = bean.isAnnotationPresent(Transactional.class)
                || SESSION_BEANS.stream().anyMatch(bean::isAnnotationPresent);
        if (everyMethod && !bean.isAnnotationPresent(BroadcastsUpdates.class)) {
            type.configureAnnotatedType().add(BroadcastsUpdates.Literal.INSTANCE);
        } else {
            type.configureAnnotatedType()
                    .filterMethods(method -> method.isAnnotationPresent(Transactional.class)
                            && !method.isAnnotationPresent(BroadcastsUpdates.class))
                    .forEach(method -> method.add(BroadcastsUpdates.Literal.INSTANCE));
        }
    }

    private static boolean isOurs(Class<?> bean) {
        return bean.getProtectionDomain().getCodeSource() != null
                && bean.getProtectionDomain()
                        .getCodeSource()
                        .equals(BroadcastsUpdatesExtension.class
                                .getProtectionDomain()
                                .getCodeSource());
    }
}
