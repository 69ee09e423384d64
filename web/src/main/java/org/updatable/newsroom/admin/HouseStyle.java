package org.updatable.newsroom.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.updatable.newsroom.Paragraph;

/** The document that all editors write together, each paragraph a form of its own. */
@Named
@RequestScoped
public class HouseStyle {

    @Inject
    private Office office;

    private List<Paragraph> paragraphs;
    private Paragraph added = new Paragraph();

    @PostConstruct
    void open() {
        paragraphs = office.getParagraphs();
    }

    public void save(Paragraph paragraph) {
        try {
            office.save(paragraph);
            open(); // its form goes on with the version that there is now
        } catch (OptimisticLockException overtaken) {
            FacesContext.getCurrentInstance()
                    .addMessage(
                            null,
                            new FacesMessage(
                                    FacesMessage.SEVERITY_WARN,
                                    "Somebody changed it while you were writing, and nothing is lost: choose, and save again.",
                                    null));
        }
    }

    public String delete(Paragraph paragraph) {
        office.delete(Paragraph.class, String.valueOf(paragraph.getId()));
        return "style?faces-redirect=true";
    }

    public String add() {
        office.add(added);
        return "style?faces-redirect=true";
    }

    public List<Paragraph> getParagraphs() {
        return paragraphs;
    }

    /** What is not in it yet. */
    public Paragraph getAdded() {
        return added;
    }
}
