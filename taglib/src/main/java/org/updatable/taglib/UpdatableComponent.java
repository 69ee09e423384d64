package org.updatable.taglib;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * {@code <upd:updatable entity="#{post}" field="title"/>} in Faces: an element that shows a field, and names the group
 * which keeps it live. Pass-through attributes are written by the response writer.
 */
@FacesComponent(UpdatableComponent.COMPONENT_TYPE)
public class UpdatableComponent extends AskingComponent {
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
        LiveField field = LiveField.of(asked(context, Optional.empty(), true));
        String element = attribute("element", "span");
        ResponseWriter writer = context.getResponseWriter();
        if (element.isEmpty()) {
            write(field, writer);
            return;
        }
        boolean isEmpty = field.text().isEmpty() && Html.isVoid(element);
        writer.startElement(isEmpty ? element : Html.elementName(element), this);
        for (Map.Entry<String, String> attribute : field.around(own(context)).entrySet())
            writer.writeAttribute(attribute.getKey(), attribute.getValue(), null);
        if (!isEmpty) write(field, writer);
        writer.endElement(element);
    }

    private void write(LiveField field, ResponseWriter writer) throws IOException {
        if (field.markup()) writer.write(field.text());
        else writer.writeText(field.text(), this, null);
    }

    private Map<String, Object> own(FacesContext context) {
        Map<String, Object> own = FacesAttributes.ofElement(this, context);
        putIfSet(own, "style", "style");
        if (getAttributes().get("attrs") instanceof Map<?, ?> more)
            more.forEach((name, value) -> own.put(String.valueOf(name), value));
        return own;
    }

    private void putIfSet(Map<String, Object> own, String attribute, String property) {
        String value = attribute(property, "");
        if (!value.isEmpty()) own.put(attribute, value);
    }
}
