package org.updatable.taglib;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * {@code <upd:script/>}: includes the script that keeps fields live, once per page, and tells it the endpoint of this
 * application, so that two applications on one server never mix.
 */
@FacesComponent(ScriptComponent.COMPONENT_TYPE)
public class ScriptComponent extends UIComponentBase {
    /** The type under which the tag library finds the component. */
    public static final String COMPONENT_TYPE = "org.updatable.Script";

    private static final String SCRIPT = "/updatable/update-listener.js";
    private static final String ENDPOINT = "/updates";

    /** Made by Faces. */
    public ScriptComponent() {}

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        boolean includedBefore = context.getAttributes().put(COMPONENT_TYPE, true) != null;
        if (!isRendered() || includedBefore) return;
        ExternalContext application = context.getExternalContext();
        String path = application.getRequestContextPath();
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("script", this);
        writer.writeAttribute("src", path + SCRIPT + "?v=" + version(), null);
        writer.writeAttribute("data-update-endpoint", path + ENDPOINT, null);
        writer.writeAttribute("defer", true, null);
        writer.endElement("script");
    }

    /** So that a browser's cache lets go of the script of an older release. */
    private static String version() {
        String version = ScriptComponent.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
