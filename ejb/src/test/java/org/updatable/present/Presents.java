package org.updatable.present;

import org.updatable.model.LiveModel;

/** What reads a model's rows, where no container injects. */
public final class Presents {
    private Presents() {}

    @SuppressWarnings("UnnecessaryAssignment")
    public static Present of(LiveModel model) {
        Present present = new Present();
        present.model = model;
        present.snapshots = new Snapshots();
        return present;
    }
}
