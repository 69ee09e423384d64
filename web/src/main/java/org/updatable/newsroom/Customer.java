package org.updatable.newsroom;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody who is in the shop. */
@Named
@RequestScoped
public class Customer {

    @Inject
    private Shop shop;

    @NotBlank(message = "Who is it for?")
    @Size(max = 60, message = "A name has at most {max} characters.")
    private String name;

    public void order(Long product) {
        boolean isOrdered = shop.order(product, name);
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        isOrdered
                                ? new FacesMessage("Ordered. It comes with the paper.")
                                : new FacesMessage(
                                        FacesMessage.SEVERITY_WARN, "Somebody was faster: none is left.", null));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
