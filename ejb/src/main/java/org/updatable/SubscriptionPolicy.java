package org.updatable;

import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may watch what. An application that has one such CDI bean is asked for every group that somebody wants to
 * join, and again for all that are joined: every few minutes, and when {@link Subscriptions#askAgain()} is called. It is
 * asked on a thread of the server's, outside of any request and transaction, and may ask a database.
 */
@FunctionalInterface
public interface SubscriptionPolicy {

    /** What an application thinks of somebody who wants to watch a group. */
    enum Answer {
        /** Yes, also without a token: for programs, for example. */
        ALLOWED,
        /** As without a policy: whoever was shown it in a page may watch it, and so may everybody where it is open. */
        AS_SHOWN,
        /** No, also with a token. */
        REFUSED
    }

    /**
     * Answers whether somebody may watch a group.
     *
     * @param request who wants to watch what
     * @return the answer; what is thrown instead is reported, and means no
     */
    Answer mayWatch(Request request);

    /**
     * Answers what somebody may see of an entity as an observer. Asked for every request at {@code /updates/post}, and again
     * for what is observed, as above.
     *
     * @param request who wants to observe what
     * @return what may be seen; what is thrown instead is reported, and means nothing
     */
    default Visible mayObserve(Observer request) {
        return Visible.asDeclared();
    }

    /**
     * Answers whether somebody may write. Asked where the entity is {@linkplain Updatable#writable() writable}, and the row may
     * be seen.
     *
     * @param request who wants to write what
     * @return whether it may be; what is thrown instead is reported, and means no
     */
    default boolean mayWrite(Write request) {
        return true;
    }

    /**
     * Who wants to write what.
     *
     * @param user who is logged in, as the server said when the client connected; null for nobody
     * @param entity the entity's name in groups, such as {@code post}
     * @param action {@code create}, {@code update}, {@code patch} or {@code delete}
     * @param id the row's id as text; empty for one that is to be created
     * @param fields the names of what would be written
     */
    record Write(@Nullable Principal user, String entity, String action, String id, Set<String> fields) {}

    /**
     * Who wants to observe an entity.
     *
     * @param user who is logged in, as the server said when the client connected; null for nobody
     * @param entity the entity's name in groups, such as {@code post}
     */
    record Observer(@Nullable Principal user, String entity) {}

    /**
     * Who wants to watch what.
     *
     * @param user who is logged in, as the server said when the browser connected; null for nobody
     * @param group the name of the group, such as {@code post-1-title}
     * @param entity the entity's name in groups, such as {@code post}; empty when the group is not one of an entity, nor the
     *     channel of one
     * @param id the row's id as text; empty when there is none
     * @param path what of the row, such as {@code title} or {@code like.23}; empty when there is none
     */
    record Request(@Nullable Principal user, String group, String entity, String id, String path) {}
}
