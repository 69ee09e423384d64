package org.updatable.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** The class's deployment runs on a server of its own, which {@link Server} places before Arquillian starts it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({Server.class, ArquillianExtension.class, Server.Complete.class})
public @interface OnServer {

    /** Whether the same server also runs {@link Archives#evening()}. */
    boolean withEveningEdition() default false;

    /** Whether the same server is also told to deploy each of {@link Layouts#all()}. */
    boolean withLayouts() default false;

    /** Whether the same server also runs {@link Archives#onOtherDatabases()}. */
    boolean withOtherDatabases() default false;
}
