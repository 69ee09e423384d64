package org.updatable;

import org.updatable.message.Update;

/**
 * Tells browsers what no entity says: {@code @Inject Updates updates;}, from any bean.
 *
 * <p>What is sent has no row behind it. It is ordered by sending, and who was away meanwhile does not hear of it, unless a
 * bean that implements {@link PresentUpdates} says what the group shows now.
 */
public interface Updates {

    /**
     * Tells who watches the group of an update. Inside a transaction it leaves when that commits, and not at all when it
     * rolls back; of several for the same thing only the last one does. Outside it leaves at once. Does not wait, and
     * never throws because of what happens on the way.
     *
     * @param updates what to say, such as {@code Update.value("post-1-like.23", 1)}
     */
    void send(Update... updates);

    /**
     * The name of a group of an entity's row.
     *
     * @param entity a live entity that has an id
     * @param path a live property, or another path of the entity
     * @return the name, such as {@code post-1-main-div}
     * @throws IllegalArgumentException when the entity is not live, or has no id yet
     */
    String group(Object entity, String path);

    /**
     * The name of a group of an entity's row, for one context: a user, for example.
     *
     * @param entity a live entity that has an id
     * @param property the property
     * @param context said by its {@code toString()}
     * @return the name, such as {@code post-1-like.23}
     * @throws IllegalArgumentException when the entity is not live, or has no id yet
     */
    String group(Object entity, String property, Object context);

    /**
     * Tells that rows of an entity have changed in a way that cannot be seen: by JDBC, by a function that a query calls, by
     * another program. Who shows them reads them, and those that differ are told. Inside a transaction that is done when it
     * commits, and not at all when it rolls back; outside at once. Does not wait, and never throws because of what happens on
     * the way. What it costs is bounded by what is on screens, however many rows there are.
     *
     * @param entity the class of a live entity
     * @param ids the ids of the rows as JPA hands them out; none for every row
     * @throws IllegalArgumentException when the class is not live
     */
    void touch(Class<?> entity, Object... ids);
}
