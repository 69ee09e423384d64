package org.updatable;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a unit of updates around a business method: what a transaction persists inside it is told with who did it
 * and from which browser tab.
 *
 * <p>Session beans and everything {@code @Transactional} have it without being asked. It is written by hand on other
 * beans, or with {@code false} to mute a unit.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface BroadcastsUpdates {

    /**
     * Whether each change inside the unit is told. With {@code false}, for example on an import, a transaction in
     * which the unit took part ends in one "something changed" for each entity class: pages that show such rows read
     * them once, and no {@link EntityChanged} is fired. Methods called from inside are muted too.
     *
     * @return false to mute the unit
     */
    @Nonbinding
    boolean value() default true;

    /** The binding as a value, for the extension that adds it. */
    final class Literal extends AnnotationLiteral<BroadcastsUpdates> implements BroadcastsUpdates {
        private static final long serialVersionUID = 1L;

        /** The unmuted binding. */
        public static final Literal INSTANCE = new Literal();

        private Literal() {}

        @Override
        public boolean value() {
            return true;
        }
    }
}
