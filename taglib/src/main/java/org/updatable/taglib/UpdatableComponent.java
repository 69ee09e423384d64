package org.updatable.taglib;

import jakarta.faces.FacesException;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * {@code <upd:updatable entity="#{post}" field="title"/>}: an element that shows a field, and names the group which
 * keeps it live. Pass-through attributes are written by the response writer.
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
        LiveField field = field();
        String element = attribute("element", "span");
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement(element, this);
        if (getId() != null && !getId().startsWith(UIViewRoot.UNIQUE_ID_PREFIX))
            writer.writeAttribute("id", getClientId(context), "id");
        if (field.group().isPresent())
            writer.writeAttribute("data-update-group", field.group().get(), null);
        writeIfSet(writer, "class", "styleClass");
        writeIfSet(writer, "style", "style");
        writer.writeText(field.text(), this, null);
        writer.endElement(element);
    }

    private LiveField field() {
        String field = attribute("field", "");
        try {
            return LiveField.of(getAttributes().get("entity"), field);
        } catch (IllegalArgumentException mistake) {
            throw new FacesException("<upd:updatable field=\"" + field + "\">: " + mistake.getMessage(), mistake);
        }
    }

    private void writeIfSet(ResponseWriter writer, String attribute, String property) throws IOException {
        String value = attribute(property, "");
        if (!value.isEmpty()) writer.writeAttribute(attribute, value, property);
    }

    private String attribute(String name, String otherwise) {
        @Nullable Object value = getAttributes().get(name);
        return value == null || value.toString().isEmpty() ? otherwise : value.toString();
    }
}
