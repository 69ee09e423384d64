package org.updatable.model;

import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import java.beans.Introspector;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

/** The references to persistence units that a class declares: on its fields, on its setters, and on itself. */
final class References {
    private final Map<String, String> unitsByName = new TreeMap<>();

    private References() {}

    /**
     * All of a class and of those above it.
     *
     * @return by their names below {@code java:comp/env}, the name of the unit, which is empty where there is one only
     */
    static Map<String, String> of(Class<?> component) {
        References references = new References();
        for (Class<?> declaring = component; declaring != null; declaring = declaring.getSuperclass()) {
            references.add(declaring, "");
            for (Field field : declaring.getDeclaredFields())
                references.add(field, declaring.getName() + '/' + field.getName());
            for (Method method : declaring.getDeclaredMethods())
                if (method.getName().startsWith("set"))
                    references.add(method, declaring.getName() + '/' + property(method));
        }
        references.unitsByName.remove("");
        return references.unitsByName;
    }

    private void add(AnnotatedElement place, String otherwise) {
        for (PersistenceContext context : place.getAnnotationsByType(PersistenceContext.class))
            unitsByName.put(context.name().isEmpty() ? otherwise : context.name(), context.unitName());
        for (PersistenceUnit unit : place.getAnnotationsByType(PersistenceUnit.class))
            unitsByName.put(unit.name().isEmpty() ? otherwise : unit.name(), unit.unitName());
    }

    private static String property(Method setter) {
        return Introspector.decapitalize(setter.getName().substring("set".length()));
    }
}
