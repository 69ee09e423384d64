package org.updatable.newsroom;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** Somebody who reads, in all windows of one browser. */
@Named
@SessionScoped
public class Reader implements Serializable {
    private static final long serialVersionUID = 1;

    private final String id = UUID.randomUUID().toString();

    /** Nobody else knows it. */
    public String getId() {
        return id;
    }
}
