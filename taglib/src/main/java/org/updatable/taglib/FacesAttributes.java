package org.updatable.taglib;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page's author has written on a component. */
final class FacesAttributes {

    private FacesAttributes() {}

    /** Those of its element: the id, where she has given one, and the class. */
    static Map<String, Object> ofElement(UIComponent component, FacesContext context) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        String id = component.getId();
        if (id != null && !id.startsWith(UIViewRoot.UNIQUE_ID_PREFIX))
            attributes.put("id", component.getClientId(context));
        Object styleClass = component.getAttributes().get("styleClass");
        if (styleClass != null) attributes.put("class", styleClass);
        return attributes;
    }

    /** Some texts, by name; those that she has not written are left out. */
    static Map<String, String> texts(UIComponent component, List<String> names) {
        Map<String, String> texts = new HashMap<>();
        for (String name : names) {
            Object text = component.getAttributes().get(name);
            if (text != null) texts.put(name, text.toString());
        }
        return texts;
    }
}
