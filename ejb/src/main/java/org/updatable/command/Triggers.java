package org.updatable.command;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;

/**
 * Prints, installs or removes the triggers of an application, in the server that it runs in on this machine: {@code java -cp
 * updatable-ejb.jar org.updatable.command.Triggers install}. It has to run as the same user, on a JDK, as everything does that attaches
 * to a virtual machine.
 */
public final class Triggers {
    private static final String USAGE = """
            java -cp updatable-ejb.jar org.updatable.command.Triggers <what> [pid of the server] [name of the application]

              print            the SQL that installs them
              print-removal    the SQL that removes them
              install          installs them, or again where they are
              remove           removes them all
            """;

    /** What servers are started by: nobody else is attached to unasked. */
    private static final Pattern SERVERS =
            Pattern.compile("payara|glassfish|jboss|wildfly|tomee|openliberty|ws-server", Pattern.CASE_INSENSITIVE);

    private static final Pattern PID = Pattern.compile("\\d+");

    private Triggers() {}

    /**
     * Ends the virtual machine with 0 when it is done, 1 when it could not be done, and 2 when it was not understood; {@code System.err}
     * says why.
     *
     * @param words {@code print}, {@code print-removal}, {@code install} or {@code remove}; then, where there are several, the process
     *     id of the server, and the name of the application
     */
    public static void main(String[] words) {
        System.exit(run(List.of(words), System.out, System.err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) {
        if (words.isEmpty() || words.size() > 3 || !isKnown(words.get(0))) {
            err.print(USAGE);
            return 2;
        }
        List<String> more = words.subList(1, words.size());
        Optional<String> pid =
                more.stream().filter(word -> PID.matcher(word).matches()).findFirst();
        Optional<String> application =
                more.stream().filter(word -> !PID.matcher(word).matches()).findFirst();
        try (JMXConnector server = connect(pid.isPresent() ? pid.get() : onlyServer())) {
            MBeanServerConnection beans = server.getMBeanServerConnection();
            return run(words.get(0), beans, application(beans, application), out);
        } catch (Impossible reason) {
            err.println(reason.getMessage());
        } catch (RuntimeMBeanException refused) {
            err.println(refused.getTargetException().getMessage());
        } catch (IOException | JMException | JMRuntimeException | AttachNotSupportedException failure) {
            err.println("The server does not answer: " + failure);
        }
        return 1;
    }

    private static boolean isKnown(String word) {
        return Set.of("print", "print-removal", "install", "remove").contains(word);
    }

    private static int run(String what, MBeanServerConnection beans, ObjectName triggers, PrintStream out)
            throws JMException, IOException {
        switch (what) {
            case "print" -> out.print(beans.getAttribute(triggers, "Script"));
            case "print-removal" -> out.print(beans.getAttribute(triggers, "Removal"));
            default -> {
                beans.invoke(triggers, what, null, null);
                out.println(what.equals("install") ? "The triggers are installed." : "The triggers are removed.");
            }
        }
        return 0;
    }

    private static String onlyServer() throws Impossible {
        List<VirtualMachineDescriptor> servers = VirtualMachine.list().stream()
                .filter(machine -> SERVERS.matcher(machine.displayName()).find())
                .toList();
        if (servers.size() == 1) return servers.get(0).id();
        throw new Impossible(
                servers.isEmpty()
                        ? "No server of this user runs on this machine. Name the process id of its virtual machine."
                        : "Several servers run. Name the process id of one of them:\n" + lines(servers));
    }

    private static String lines(List<VirtualMachineDescriptor> servers) {
        return servers.stream()
                .map(machine -> machine.id() + "  " + machine.displayName())
                .collect(Collectors.joining("\n"));
    }

    @SuppressWarnings("BanJNDI") // the address comes from a virtual machine of the same user
    private static JMXConnector connect(String pid) throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(pid);
        try {
            return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
    }

    private static ObjectName application(MBeanServerConnection beans, Optional<String> named)
            throws JMException, IOException, Impossible {
        List<ObjectName> found = beans.queryNames(new ObjectName("org.updatable:type=Triggers,*"), null).stream()
                .filter(one -> named.isEmpty() || named.get().equals(name(one)))
                .toList();
        if (found.size() == 1) return found.get(0);
        if (found.isEmpty())
            throw new Impossible("No application with Updatable runs in this server"
                    + named.map(" that is called "::concat).orElse("")
                    + '.');
        throw new Impossible("Several applications run in this server. Name one of them: "
                + found.stream().map(Triggers::name).sorted().collect(Collectors.joining(", ")));
    }

    private static @Nullable String name(ObjectName application) {
        return ObjectName.unquote(application.getKeyProperty("application"));
    }

    /** Said as it is. */
    private static final class Impossible extends Exception {
        private static final long serialVersionUID = 1;

        Impossible(String reason) {
            super(reason);
        }
    }
}
