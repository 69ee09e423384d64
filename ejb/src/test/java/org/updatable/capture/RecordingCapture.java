package org.updatable.capture;

import java.util.ArrayList;
import java.util.List;
import org.updatable.EntityChanged;
import org.updatable.backplane.LocalBackplane;
import org.updatable.change.Fact;

/** The capture of one node, and what it told: the facts of each commit, and the events. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class RecordingCapture {
    public final List<List<Fact>> commits = new ArrayList<>();
    public final List<EntityChanged> events = new ArrayList<>();
    public final Capture capture = new Capture();

    public RecordingCapture() {
        LocalBackplane backplane = new LocalBackplane();
        backplane.subscribe(commits::add);
        capture.publication = new Publication() {
            @Override
            void fire(EntityChanged changed) {
                RecordingCapture.this.events.add(changed);
            }
        };
        capture.publication.backplane = backplane;
    }
}
