package org.updatable.model;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updatable.TogglesClass;
import org.updatable.Updatable;
import org.updatable.UpdatesAttribute;
import org.updatable.UpdatesWith;
import org.updatable.message.Update;

/** Says more of itself than texts. */
@Entity
@Updatable
public class Notice {
    @Id
    public long id = 1;

    public @Nullable String title;

    @TogglesClass(value = "hidden", path = "main-div")
    @TogglesClass("struck")
    public boolean hidden;

    @UpdatesAttribute("src")
    public @Nullable String image;

    public @Nullable String status;
    public @Nullable String mood;

    @ElementCollection
    public Set<String> readers = new HashSet<>();

    @UpdatesWith("status")
    List<Update> statusUpdates() {
        return List.of(
                Update.value("status", "It is " + status),
                Update.toggleClass("main-div", "urgent", "urgent".equals(status)));
    }

    @UpdatesWith("mood")
    Update moodUpdate() {
        if ("bad".equals(mood)) throw new IllegalStateException("bad mood");
        return Update.attribute("face", "alt", mood);
    }

    @Updatable
    public boolean isReadBy(String reader) {
        return readers.contains(reader);
    }

    @Updatable
    @TogglesClass("mine")
    public boolean isMine(Principal user) {
        return readers.contains(user.getName());
    }
}
