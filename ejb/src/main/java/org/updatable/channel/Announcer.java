package org.updatable.channel;

import java.util.List;
import java.util.Set;
import org.updatable.Notification;
import org.updatable.change.Commit;

/** Says what commits mean for channels. */
public interface Announcer {

    /**
     * The channels on which a commit announces something.
     *
     * @param commit what one transaction committed
     * @return their names
     */
    Set<String> concerned(Commit commit);

    /**
     * What a commit announces on a channel.
     *
     * @param commit what one transaction committed
     * @param channel the name of the channel
     * @return the notifications, in order
     */
    List<Notification> announced(Commit commit, String channel);

    /**
     * A browser watches a channel.
     *
     * @param channel its name
     */
    void isWatched(String channel);

    /**
     * Whether a bean of the application wants to hear of a channel.
     *
     * @param channel the name of the channel
     * @return false when there is none
     */
    boolean isHeard(String channel);

    /**
     * Lets the beans of the application hear. What they throw is reported.
     *
     * @param notification what is announced
     */
    void tell(Notification notification);
}
