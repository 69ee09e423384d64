package org.updatable.model;

import org.jspecify.annotations.Nullable;

/** What {@link EnhancedNote} has, for who knows the class only after it was enhanced. */
public interface Note {
    void setTitle(String title);

    @Nullable
    String getText();

    void setText(String text);
}
