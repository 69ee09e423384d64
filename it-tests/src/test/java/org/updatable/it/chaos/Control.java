package org.updatable.it.chaos;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Where the crowd is started and stopped; answers what was counted until then. */
@WebServlet("/control/*")
public class Control extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Crowd crowd;

    @Inject
    private transient Detour detour;

    @Inject
    private transient Eternity eternity;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (request.getPathInfo().substring(1)) {
                case "start" -> crowd.start();
                case "stop" -> crowd.stop();
                case "trickle" -> crowd.trickle();
                case "lie" -> detour.lies(true);
                case "tear" -> detour.tears(true);
                case "be-deaf" -> detour.isDeaf(true);
                case "lose" -> detour.loses(true);
                case "pass" -> eternity.passes(true);
                case "tell-the-truth" -> {
                    detour.lies(false);
                    detour.isDeaf(false);
                    detour.tears(false);
                    detour.loses(false);
                    eternity.passes(false);
                }
                default -> {
                    // only the numbers are asked for
                }
            }
            response.setContentType("application/json");
            response.getWriter().write(numbers().build().toString());
        } catch (InterruptedException | JMException failed) {
            throw new IOException(failed);
        }
    }

    private JsonObjectBuilder numbers() throws JMException {
        JsonObjectBuilder numbers = Json.createObjectBuilder()
                .add("transactions", crowd.committed())
                .add("rolledBack", crowd.rolledBack())
                .add("hogged", crowd.hogged());
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName counters = beans.queryNames(new ObjectName("org.updatable:type=Counters,*"), null)
                .iterator()
                .next();
        for (MBeanAttributeInfo info : beans.getMBeanInfo(counters).getAttributes()) {
            Attribute attribute = new Attribute(info.getName(), beans.getAttribute(counters, info.getName()));
            if (attribute.getValue() instanceof Long number) numbers.add(attribute.getName(), number);
        }
        return numbers;
    }
}
