package org.updatable.counters;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;
import org.updatable.service.Names;

/** Counters that can be read by JMX, until they are taken out again. */
public final class Registration {
    private final @Nullable ObjectName name;

    private Registration(@Nullable ObjectName name) {
        this.name = name;
    }

    /**
     * Lets the counters of this application be read. What refuses them is reported; the application goes on.
     *
     * @param counters the counters
     * @return what ends it
     */
    public static Registration of(CountersMXBean counters) {
        try {
            ObjectName name = new ObjectName("org.updatable:type=Counters,application="
                    + ObjectName.quote(Names.ofApplication())
                    + ",module="
                    + ObjectName.quote(Names.ofModule()));
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            if (server.isRegistered(name)) server.unregisterMBean(name); // of an application that did not end well
            server.registerMBean(new StandardMBean(counters, CountersMXBean.class, true), name);
            return new Registration(name);
        } catch (JMException | RuntimeException refused) {
            Failures.report("JMX does not show the counters.", refused);
            return new Registration(null);
        }
    }

    /** They cannot be read any more. */
    public void end() {
        if (name == null) return;
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException | RuntimeException gone) {
            Failures.report("JMX shows the counters of an application that has ended.", gone);
        }
    }
}
