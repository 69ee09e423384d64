package org.updatable.taglib;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updatable.taglib.Region.How;

/** {@code <upd:region channel="orders">} in Faces: a {@linkplain Region region}, rendered again with the state of its view. */
@FacesComponent(RegionComponent.COMPONENT_TYPE)
public class RegionComponent extends UIComponentBase {
    /** The type under which the tag library finds the component. */
    public static final String COMPONENT_TYPE = "org.updatable.Region";

    /** Made by Faces. */
    public RegionComponent() {}

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        super.encodeBegin(context);
        if (!isRendered()) return;
        Region region = new Region(
                String.valueOf(getAttributes().get("channel")), getAttributes().get("pk"), text("fields"));
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement(element(), this);
        for (Map.Entry<String, String> attribute :
                region.attributes(getClientId(context), How.FACES).entrySet())
            writer.writeAttribute(attribute.getKey(), attribute.getValue(), null);
        writer.writeAttribute("class", text("styleClass"), "styleClass"); // none for null
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        if (isRendered()) context.getResponseWriter().endElement(element());
        super.encodeEnd(context);
    }

    private String element() {
        String element = text("element");
        return element == null ? "div" : Html.elementName(element);
    }

    private @Nullable String text(String attribute) {
        Object value = getAttributes().get(attribute);
        return value == null ? null : value.toString();
    }
}
