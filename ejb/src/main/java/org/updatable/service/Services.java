package org.updatable.service;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** What {@link ServiceLoader} finds, without what cannot work here. */
public final class Services {
    private Services() {}

    /**
     * The implementations of an interface of ours. One that needs a library which is absent may not even be made: it is
     * left out.
     *
     * @param type the interface; its class loader is asked
     * @param <S> the interface
     * @return a new instance of each
     * @throws ServiceConfigurationError when one cannot be made for another reason
     */
    public static <S> List<S> of(Class<S> type) {
        List<S> services = new ArrayList<>();
        Iterator<S> found = ServiceLoader.load(type, type.getClassLoader()).iterator();
        while (true) {
            try {
                if (!found.hasNext()) return services;
                services.add(found.next());
            } catch (ServiceConfigurationError | LinkageError absent) { // JDK 17 wraps it, JDK 25 does not
                if (!(absent instanceof LinkageError) && !(absent.getCause() instanceof LinkageError)) throw absent;
            }
        }
    }
}
