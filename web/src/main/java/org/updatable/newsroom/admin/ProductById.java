package org.updatable.newsroom.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.updatable.newsroom.Product;

/** A menu of products has their ids. */
@Named
@ApplicationScoped
public class ProductById implements Converter<Product> {

    @Inject
    private Office office;

    @Override
    public Product getAsObject(FacesContext faces, UIComponent menu, String id) {
        return id == null ? null : office.find(Product.class, id).orElse(null);
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent menu, Product product) {
        return product == null || product.getId() == null ? "" : product.getId().toString();
    }
}
