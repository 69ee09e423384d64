package org.updatable.newsroom;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;

/** The one post that a page shows or edits. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected is a proxy, and proxies are serializable
public class Article implements Serializable {

    @Inject
    private Posts posts;

    @Inject
    private Reader reader;

    private String id;
    private Post post;
    private Post published;

    /** Answers 404 where there is no such post. */
    public void open() throws IOException {
        Optional<Post> found = posts.find(id);
        if (found.isPresent()) {
            post = found.get();
            published = post;
        } else {
            FacesContext faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(404, "There is no such post.");
            faces.responseComplete();
        }
    }

    public String applaud() {
        posts.applaud(post.getId());
        return page();
    }

    public String like() {
        posts.like(post.getId(), reader.getId());
        return page();
    }

    public String save() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            posts.edit(post);
        } catch (OptimisticLockException overtaken) {
            published = posts.find(id).orElseThrow();
            post.setVersion(published.getVersion());
            faces.addMessage(
                    null,
                    warning("This post changed while you were writing. Your text is still in the form, "
                            + "and beside it is what readers see now: save again to put yours in its place."));
            return null;
        }
        ExternalContext browser = faces.getExternalContext();
        browser.getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage("Saved. Every open page shows it already."));
        return page();
    }

    private String page() {
        return "post?faces-redirect=true&id=" + post.getId();
    }

    private static FacesMessage warning(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_WARN, text, null);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** The post as this page's form holds it. */
    public Post getPost() {
        return post;
    }

    /** The post as readers see it. */
    public Post getPublished() {
        return published;
    }
}
