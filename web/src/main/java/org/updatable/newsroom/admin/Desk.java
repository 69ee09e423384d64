package org.updatable.newsroom.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where one row is added, changed and deleted. It is read anew for each request: what the form does not show stays as the
 * database has it.
 */
public abstract class Desk<T> {

    @Inject
    private Office office;

    private final Class<T> type;
    private final Supplier<T> blank;
    private String id;
    private T row;
    private boolean isGone;

    Desk(Class<T> type, Supplier<T> blank) {
        this.type = type;
        this.blank = blank;
    }

    /** The request names the row; a new one has no name yet. */
    @PostConstruct
    void open() {
        id = faces().getExternalContext().getRequestParameterMap().getOrDefault("id", "");
        Optional<T> found = id.isEmpty() ? Optional.empty() : office.find(type, id);
        isGone = !id.isEmpty() && found.isEmpty();
        row = found.orElseGet(blank); // also of what is gone: what was written about it stays in the form
    }

    /** Answers 404 where there is no such row. */
    public void check() throws IOException {
        if (!isGone) return;
        faces().getExternalContext().responseSendError(404, "There is no such " + type.getSimpleName() + ".");
        faces().responseComplete();
    }

    public String save() {
        if (isGone) return failed("Somebody has deleted it. What you wrote is still in the form.");
        try {
            if (isNew()) office.add(row);
            else office.save(row);
            return done(isNew() ? "added" : "updated");
        } catch (OptimisticLockException overtaken) {
            return failed("Somebody changed it while you were writing, and nothing is lost: choose, and save again.");
        }
    }

    public String delete() {
        try {
            office.delete(type, id);
            return done("deleted");
        } catch (PersistenceException needed) {
            return failed("It is needed elsewhere, and stays.");
        }
    }

    private String done(String what) {
        say(FacesMessage.SEVERITY_INFO, type.getSimpleName() + " " + what + "!");
        faces().getExternalContext().getFlash().setKeepMessages(true);
        return list() + "?faces-redirect=true";
    }

    private String failed(String why) {
        say(FacesMessage.SEVERITY_WARN, why);
        return null;
    }

    private static void say(Severity severity, String text) {
        faces().addMessage(null, new FacesMessage(severity, text, null));
    }

    private static FacesContext faces() {
        return FacesContext.getCurrentInstance();
    }

    public T getRow() {
        return row;
    }

    public String getId() {
        return id;
    }

    public boolean isNew() {
        return id.isEmpty();
    }

    /** The page with all rows of this kind. */
    public String list() {
        return type.getSimpleName().toLowerCase(Locale.ROOT) + "s";
    }
}
