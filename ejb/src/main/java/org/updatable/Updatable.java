package org.updatable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an entity live: when a transaction that changed it commits, every open page that shows one of its
 * properties shows the new value. Stands on the root entity of a hierarchy, and its subclasses are live with it.
 *
 * <p>All attributes of basic types, the parts of embeddables ({@code delivery.status}), references and collections are live,
 * except the id, the version, and those that say {@link UpdatesExcluded}. References, and collections of them, are said by
 * ids. A reference to an entity that is live, too, leads to what is live there: {@code author.name}. What other rows hold
 * ({@code mappedBy}) is live when their entity is, and does not exclude it.
 *
 * <p>A getter whose value is derived from others is live when it says {@code @Updatable} itself. It is read again when its
 * row changed, or one of those that refer to it by what is {@code mappedBy}; of a row to which a reference leads it does not
 * hear.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Updatable {

    /**
     * The entity's name in groups: lower case letters, digits and {@code _}, at most 63 of them. Means nothing on a
     * getter.
     *
     * @return the name; empty for the snake_case of the root entity's simple name, such as {@code order_item}
     */
    String namespace() default "";

    /**
     * Whether everybody who can reach the application may watch every live property of every row, without having been shown
     * it by a page. Properties that are others for each user, or whatever their context is, excepted, and what rows of
     * an entity hold that is not open. Means nothing on a getter.
     *
     * @return false, which is the default: a page's readers watch what it shows them, and nobody else watches anything
     */
    boolean open() default false;

    /**
     * The channel that says which rows are created, changed and deleted, see {@link Notification}: lower case letters, digits and
     * {@code _}, at most 63 of them. Several classes may share one. Means nothing on a getter.
     *
     * @return the name; empty for the namespace
     */
    String channel() default "";

    /**
     * Whether clients at {@code /updates/post} may create, change and delete rows that they may see there, through Bean
     * Validation and the {@link SubscriptionPolicy}. Of an entity that is open, too, that is <em>everybody</em>, unless a
     * policy says otherwise. What they write needs a setter, or is a collection. Means nothing on a getter.
     *
     * @return false, which is the default: they are answered 405
     */
    boolean writable() default false;
}
