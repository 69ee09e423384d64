package org.updatable.taglib;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** {@code <upd:script/>} in Faces: includes the {@linkplain Script script}, once per page. */
@FacesComponent(ScriptComponent.COMPONENT_TYPE)
public class ScriptComponent extends UIComponentBase {
    /** The type under which the tag library finds the component. */
    public static final String COMPONENT_TYPE = "org.updatable.Script";

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
        context.getResponseWriter()
                .write(Script.markup(
                        (HttpServletRequest) context.getExternalContext().getRequest(),
                        Stage.now(),
                        getAttributes().get("hiddenSeconds")));
    }
}
