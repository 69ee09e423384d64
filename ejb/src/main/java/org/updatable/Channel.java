package org.updatable;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of one channel: {@code void on(@Observes @Channel("orders") Notification notification)}. Without it, of every channel.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Channel {

    /**
     * The name of the channel.
     *
     * @return lower case letters, digits and {@code _}, at most 63 of them
     */
    String value();

    /** The qualifier as an object. */
    final class Literal extends AnnotationLiteral<Channel> implements Channel {
        private static final long serialVersionUID = 1L;

        private final String value;

        /**
         * That of a channel.
         *
         * @param value the name of the channel
         */
        public Literal(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
