package org.updatable.newsroom.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;

/** Who is in the office. */
@Named
@RequestScoped
public class Editor {

    /** Null for everybody else. */
    public String getName() {
        return browser().getRemoteUser();
    }

    public String leave() {
        browser().invalidateSession();
        return "/index?faces-redirect=true";
    }

    private static ExternalContext browser() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
