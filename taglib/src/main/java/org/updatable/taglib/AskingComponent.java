package org.updatable.taglib;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;

/** A component whose attributes say what to show. */
abstract class AskingComponent extends UIComponentBase {

    final Asked asked(FacesContext faces) {
        Object context = getAttributes().get("context");
        return new Asked(
                getAttributes().get("entity"),
                attribute("field", ""),
                attribute("path", ""),
                "".equals(context) ? null : context,
                Boolean.parseBoolean(attribute("safe", "false")),
                attribute("announce", ""),
                faces.getViewRoot().getLocale());
    }

    final String attribute(String name, String otherwise) {
        @Nullable Object value = getAttributes().get(name);
        return value == null ? otherwise : value.toString();
    }
}
