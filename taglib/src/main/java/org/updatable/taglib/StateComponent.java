package org.updatable.taglib;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code <upd:state/>} in Faces: says to people whether the page is {@linkplain ConnectionState live}. */
@FacesComponent(StateComponent.COMPONENT_TYPE)
public class StateComponent extends UIComponentBase {
    /** The type under which the tag library finds the component. */
    public static final String COMPONENT_TYPE = "org.updatable.State";

    /** Made by Faces. */
    public StateComponent() {}

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (!isRendered()) return;
        Map<String, String> texts = new HashMap<>();
        for (String text : ConnectionState.TEXTS) {
            Object own = getAttributes().get(text);
            if (own != null) texts.put(text, own.toString());
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (getId() != null && !getId().startsWith(UIViewRoot.UNIQUE_ID_PREFIX))
            attributes.put("id", getClientId(context));
        Object styleClass = getAttributes().get("styleClass");
        if (styleClass != null) attributes.put("class", styleClass);
        context.getResponseWriter()
                .write(new ConnectionState(context.getViewRoot().getLocale(), texts)
                        .markup(context.getExternalContext().getRequestContextPath(), attributes));
    }
}
