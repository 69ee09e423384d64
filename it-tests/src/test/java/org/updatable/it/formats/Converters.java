package org.updatable.it.formats;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;

/** Converters of the application, found in every way that Faces knows. */
public final class Converters {
    private Converters() {}

    /** Is only written. */
    abstract static class Writer<T> implements Converter<T> {

        @Override
        public T getAsObject(FacesContext faces, UIComponent component, String text) {
            throw new UnsupportedOperationException();
        }
    }

    /** A bean with a name. */
    @Named("phones")
    @ApplicationScoped
    public static class Phones extends Writer<String> {

        @Override
        public String getAsString(FacesContext faces, UIComponent component, String phone) {
            return phone == null ? "none" : "(" + phone.substring(0, 3) + ") " + phone.substring(3);
        }
    }

    /** An ordinary class, for a type of the application's own. */
    @FacesConverter("weight")
    public static class InOunces extends Writer<Weight> {

        @Override
        public String getAsString(FacesContext faces, UIComponent component, Weight weight) {
            return Math.round(weight.grams() / 28.35) + " oz";
        }
    }

    /** What another bean knows. */
    @Dependent
    public static class Limits {
        int few() {
            return 98767;
        }
    }

    /** A bean that Faces wraps. */
    @FacesConverter(value = "supply", managed = true)
    @Dependent
    public static class Supply extends Writer<Integer> {
        @Inject
        Limits limits;

        @Override
        public String getAsString(FacesContext faces, UIComponent component, Integer stock) {
            return stock + (stock < limits.few() ? " are few" : " are many");
        }
    }

    /** Markup that the page trusts. */
    @FacesConverter("stars")
    public static class Stars extends Writer<Integer> {

        @Override
        public String getAsString(FacesContext faces, UIComponent component, Integer stock) {
            return "<b class=\"star\">" + stock % 5 + "</b> of 5";
        }
    }

    /** Writes what only a page knows. */
    @FacesConverter("where")
    public static class Where extends Writer<String> {

        @Override
        public String getAsString(FacesContext faces, UIComponent component, String phone) {
            Objects.requireNonNull(faces, "There is no page.");
            return phone + " on " + faces.getViewRoot().getViewId();
        }
    }
}
