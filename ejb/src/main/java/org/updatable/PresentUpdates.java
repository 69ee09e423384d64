package org.updatable;

import java.util.List;
import org.updatable.message.Update;

/**
 * Says what a group shows now that nothing but {@link Updates#send} feeds. Without it, what is sent while a page is not
 * connected is missed there. CDI beans of an application implement it; each is asked when somebody joins such a group, once
 * for all who join at that time, on a thread of the server's, outside of any request and transaction. It may ask a database.
 */
@FunctionalInterface
public interface PresentUpdates {

    /**
     * Answers what a group shows.
     *
     * @param group the name of the group, such as {@code stock-ticker}
     * @return the updates of this group that say it; empty when the bean does not know the group. What is thrown instead is
     *     reported, and then nothing is said
     */
    List<Update> of(String group);
}
