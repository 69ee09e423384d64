package org.updatable.taglib;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

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
        context.getResponseWriter()
                .write(new ConnectionState(
                                context.getViewRoot().getLocale(), FacesAttributes.texts(this, ConnectionState.TEXTS))
                        .markup(
                                context.getExternalContext().getRequestContextPath(),
                                FacesAttributes.ofElement(this, context)));
    }
}
