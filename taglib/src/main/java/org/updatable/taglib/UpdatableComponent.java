package org.updatable.taglib;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code <upd:updatable entity="#{post}" field="title"/>} in Faces: an element that shows a field, and names the group
 * which keeps it live. Pass-through attributes are written by the response writer.
 */
@FacesComponent(UpdatableComponent.COMPONENT_TYPE)
public class UpdatableComponent extends UIComponentBase {
    /** The type under which the tag library finds the component. */
    public static final String COMPONENT_TYPE = "org.updatable.Updatable";

    /** Made by Faces. */
    public UpdatableComponent() {}

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (!isRendered()) return;
        LiveField field = LiveField.of(
                getAttributes().get("entity"),
                attribute("field", ""),
                context.getViewRoot().getLocale());
        String element = attribute("element", "span");
        ResponseWriter writer = context.getResponseWriter();
        if (element.isEmpty()) {
            writer.writeText(field.text(), this, null);
            return;
        }
        writer.startElement(Html.elementName(element), this);
        if (getId() != null && !getId().startsWith(UIViewRoot.UNIQUE_ID_PREFIX))
            writer.writeAttribute("id", getClientId(context), "id");
        writeIfSet(writer, "class", "styleClass");
        writeIfSet(writer, "style", "style");
        for (Map.Entry<String, String> attribute : field.attributes().entrySet())
            writer.writeAttribute(attribute.getKey(), attribute.getValue(), null);
        writer.writeText(field.text(), this, null);
        writer.endElement(element);
    }

    private void writeIfSet(ResponseWriter writer, String attribute, String property) throws IOException {
        String value = attribute(property, "");
        if (!value.isEmpty()) writer.writeAttribute(attribute, value, property);
    }

    private String attribute(String name, String otherwise) {
        @Nullable Object value = getAttributes().get(name);
        return value == null ? otherwise : value.toString();
    }
}
