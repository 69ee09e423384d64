package org.updatable.it.inputs;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The one meeting that a Faces page edits. */
@Named
@ViewScoped
@SuppressWarnings("serial") // what is injected is a proxy, and proxies are serializable
public class Editor implements Serializable {

    @Inject
    private Meetings meetings;

    private String id;
    private Meeting meeting;

    public void open() {
        meeting = meetings.find(id);
    }

    public void save() {
        meetings.save(id, meeting);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Meeting getMeeting() {
        return meeting;
    }
}
