package org.updatable.taglib;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.ValueHolder;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code <upd:live entity="#{post}" field="title"><td>..</td></upd:live>}: names the group of a field on the first
 * element that its body writes.
 */
@FacesComponent(LiveComponent.COMPONENT_TYPE)
public class LiveComponent extends AskingComponent {
    /** The type under which the tag library finds the component. */
    public static final String COMPONENT_TYPE = "org.updatable.Live";

    /** On a form field: what it was rendered with is the user's. */
    private static final String UNSAVED = "data-update-unsaved";

    /** Made by Faces. */
    public LiveComponent() {}

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        if (!isRendered()) return;
        Optional<ValueHolder> shows = attribute("field", "").isEmpty() ? Optional.empty() : showing(this);
        boolean isField = shows.orElse(null) instanceof EditableValueHolder;
        Asked asked = asked(context, shows, !isField);
        LiveField live = LiveField.of(asked);
        Map<String, String> attributes = new LinkedHashMap<>(live.attributes());
        if (isField && !attributes.isEmpty() && isUnsaved(context)) {
            attributes.put(UNSAVED, "");
            attributes.remove(Watching.DIGEST); // what it is told shows whether it was saved all the same
        }
        String var = attribute("var", "");
        Map<String, Object> variables = context.getExternalContext().getRequestMap();
        Object outside = var.isEmpty() ? null : variables.put(var, live.text());
        ResponseWriter page = context.getResponseWriter();
        FirstElement first = new FirstElement(page, attributes);
        context.setResponseWriter(first);
        try {
            super.encodeChildren(context);
        } finally {
            context.setResponseWriter(page);
            if (outside != null) variables.put(var, outside);
            else if (!var.isEmpty()) variables.remove(var);
        }
        if (!first.isThere) Stage.now().mistake("""
                    <upd:live field="%s"> found no element in its body. Put one into it, such as <td>..</td>.""".formatted(asked.named()));
    }

    /** What was sent is in the form once more, since it was not saved: somebody was told why. */
    private static boolean isUnsaved(FacesContext context) {
        if (!context.isPostback()) return false;
        Severity worst = context.getMaximumSeverity();
        return context.isValidationFailed() || (worst != null && worst.compareTo(FacesMessage.SEVERITY_WARN) >= 0);
    }

    /** The first component of a body that shows a value in a way of its own: a form field, or what has a converter. */
    private static Optional<ValueHolder> showing(UIComponent body) {
        for (UIComponent child : body.getChildren()) {
            if (child instanceof AskingComponent) continue;
            if (child instanceof EditableValueHolder field) return Optional.of((ValueHolder) field);
            if (child instanceof ValueHolder holder && holder.getConverter() != null) return Optional.of(holder);
            Optional<ValueHolder> found = showing(child);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** Writes what it is told, and adds attributes to the first element. */
    private static final class FirstElement extends ResponseWriterWrapper {
        private final Map<String, String> attributes;
        private boolean isThere;

        FirstElement(ResponseWriter page, Map<String, String> attributes) {
            super(page);
            this.attributes = attributes;
        }

        @Override
        public void startElement(String name, UIComponent component) throws IOException {
            super.startElement(name, component);
            if (isThere) return;
            isThere = true;
            for (Map.Entry<String, String> attribute : attributes.entrySet())
                writeAttribute(attribute.getKey(), attribute.getValue(), null);
        }
    }
}
