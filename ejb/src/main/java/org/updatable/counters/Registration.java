package org.updatable.counters;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;
import org.updatable.service.Names;

/** What can be read and called by JMX, until it is taken out again. */
public final class Registration {
    private final @Nullable ObjectName name;

    private Registration(@Nullable ObjectName name) {
        this.name = name;
    }

    /**
     * Lets something of this application be read and called, as {@code type=Counters} where it is a {@code CountersMXBean}. What
     * refuses it is reported; the application goes on.
     *
     * @param bean what is read and called
     * @param type what of it
     * @param <T> what of it
     * @return what ends it
     */
    public static <T> Registration of(T bean, Class<T> type) {
        try {
            ObjectName name =
                    new ObjectName("org.updatable:type=" + type.getSimpleName().replace("MXBean", "")
                            + ",application="
                            + ObjectName.quote(Names.ofApplication())
                            + ",module="
                            + ObjectName.quote(Names.ofModule()));
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            if (server.isRegistered(name)) server.unregisterMBean(name); // of an application that did not end well
            server.registerMBean(new StandardMBean(bean, type, true), name);
            return new Registration(name);
        } catch (JMException | RuntimeException refused) {
            Failures.report("JMX does not show the " + type.getSimpleName() + '.', refused);
            return new Registration(null);
        }
    }

    /** It cannot be read any more. */
    public void end() {
        if (name == null) return;
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException | RuntimeException gone) {
            Failures.report("JMX shows something of an application that has ended.", gone);
        }
    }
}
