package org.updatable.capture.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.annotation.sql.DataSourceDefinitions;
import jakarta.enterprise.inject.spi.AnnotatedConstructor;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

class DeclaredDataSourcesTest {
    private static final String POSTGRES = "org.postgresql.ds.PGSimpleDataSource";

    private final DeclaredDataSources declared = new DeclaredDataSources();

    @DataSourceDefinition(
            name = "java:app/jdbc/local",
            className = POSTGRES,
            databaseName = "shop",
            user = "seller",
            password = "secret")
    private static final class Local {}

    @DataSourceDefinition(
            name = "java:app/jdbc/remote",
            className = POSTGRES,
            serverName = "db.example",
            portNumber = 6432,
            databaseName = "shop",
            user = "seller",
            properties = {"sslMode = verify-full", "options=-c x=y", "socketTimeout=0", "poolName=a", "user"})
    private static final class Remote {}

    @DataSourceDefinition(
            name = "java:app/jdbc/anybody",
            className = POSTGRES,
            url = "jdbc:postgresql://db.example/stock?user=reader&password=r")
    @DataSourceDefinition(
            name = "java:app/jdbc/writer",
            className = POSTGRES,
            url = "jdbc:postgresql://db.example/stock?sslmode=require",
            user = "writer",
            password = "w")
    @DataSourceDefinition(
            name = "java:app/jdbc/other",
            className = POSTGRES,
            url = "jdbc:postgresql://db.example/other",
            user = "writer",
            password = "o")
    private static final class Several {}

    @DataSourceDefinitions(
            @DataSourceDefinition(
                    name = "java:app/jdbc/listed",
                    className = POSTGRES,
                    url = "jdbc:postgresql:listed",
                    user = "seller",
                    password = "listed"))
    private static final class Listed {}

    @DataSourceDefinition(
            name = "java:app/jdbc/mysql",
            className = "com.mysql.cj.jdbc.MysqlDataSource",
            databaseName = "shop",
            user = "seller",
            password = "of MySQL")
    @DataSourceDefinition(
            name = "java:app/jdbc/h2",
            className = "org.h2.jdbcx.JdbcDataSource",
            url = "jdbc:h2:mem:shop",
            databaseName = "shop",
            user = "seller",
            password = "of H2")
    private static final class Foreign {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/shop",
                "jdbc:postgresql://localhost:5432/shop?ApplicationName=a",
                "jdbc:postgresql:///shop",
                "jdbc:postgresql:shop"
            })
    void anAddressMayLeaveOutWhatGoesWithoutSaying(String url) throws SQLException {
        collect(Local.class);

        Server server = of(url, "seller").orElseThrow();
        assertThat(server.url()).isEqualTo("jdbc:postgresql://localhost/shop");
        assertThat(server.properties()).containsAllEntriesOf(Map.of("user", "seller", "password", "secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:6432/shop",
                "jdbc:postgresql://localhost/shop2",
                "jdbc:postgresql://db.example/shop",
                "jdbc:postgresql:stock"
            })
    void anotherDatabaseIsNotTheOne(String url) throws SQLException {
        collect(Local.class);

        assertThat(of(url, "seller")).isEmpty();
    }

    @Test
    void anotherUserIsNotTheOne() throws SQLException {
        collect(Local.class);

        assertThat(of("jdbc:postgresql:shop", "buyer")).isEmpty();
    }

    @Test
    void aPoolSaysTheAddressThatItsDriverMakesOfServerPortAndDatabase() throws SQLException {
        collect(Remote.class);
        PGSimpleDataSource pool = new PGSimpleDataSource();
        pool.setServerNames(new String[] {"db.example"});
        pool.setPortNumbers(new int[] {6432});
        pool.setDatabaseName("shop");

        assertThat(of(pool.getUrl(), "seller")).hasValueSatisfying(server -> assertThat(server.url())
                .isEqualTo("jdbc:postgresql://db.example:6432/shop"));
    }

    /** A password that is not said is not an empty one: there is pg_hba.conf, and .pgpass. */
    @Test
    void propertiesThatTheDriverKnowsAreTakenOver() throws SQLException {
        collect(Remote.class);

        Server server = of("jdbc:postgresql://db.example:6432/shop", "seller").orElseThrow();
        assertThat(server.properties())
                .containsAllEntriesOf(Map.of("sslmode", "verify-full", "options", "-c x=y", "user", "seller"))
                .containsEntry("socketTimeout", "10")
                .doesNotContainKeys("sslMode", "poolName", "password");
    }

    @Test
    void ofSeveralTheOneThatNamesTheUserIsRather() throws SQLException {
        collect(Several.class);

        Server writer = of("jdbc:postgresql://db.example/stock", "writer").orElseThrow();
        assertThat(writer.url()).isEqualTo("jdbc:postgresql://db.example/stock?sslmode=require");
        assertThat(writer.properties()).containsEntry("password", "w");
    }

    @Test
    void oneThatNamesNoUserHasItInItsAddress() throws SQLException {
        collect(Several.class);

        Server reader = of("jdbc:postgresql://db.example/stock", "reader").orElseThrow();
        assertThat(reader.url()).isEqualTo("jdbc:postgresql://db.example/stock?user=reader&password=r");
        assertThat(reader.properties()).doesNotContainKeys("user", "password");
    }

    @Test
    void aListMayHaveOneOnly() throws SQLException {
        collect(Listed.class);

        assertThat(of("jdbc:postgresql://localhost:5432/listed", "seller")).isPresent();
    }

    @Test
    void databasesOfAnotherKindAreNotTheOne() throws SQLException {
        collect(Foreign.class);
        assertThat(of("jdbc:postgresql://localhost/shop", "seller")).isEmpty();
        collect(Local.class);

        assertThat(of("jdbc:postgresql://localhost/shop", "seller"))
                .hasValueSatisfying(server -> assertThat(server.properties()).containsEntry("password", "secret"));
    }

    private <T> void collect(Class<T> type) {
        declared.collect(new Processed<>(new Bean<>(type)));
    }

    private Optional<Server> of(String url, String user) throws SQLException {
        return declared.of(new Server.Source(url, user, new Driver()));
    }

    /** What a container says of a class that it has found. */
    private record Processed<T>(AnnotatedType<T> getAnnotatedType) implements ProcessAnnotatedType<T> {
        @Override
        public void setAnnotatedType(AnnotatedType<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AnnotatedTypeConfigurator<T> configureAnnotatedType() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void veto() {
            throw new UnsupportedOperationException();
        }
    }

    /** A class as it is written. */
    private record Bean<T>(Class<T> getJavaClass) implements AnnotatedType<T> {
        @Override
        public Set<AnnotatedConstructor<T>> getConstructors() {
            return Set.of();
        }

        @Override
        public Set<AnnotatedMethod<? super T>> getMethods() {
            return Set.of();
        }

        @Override
        public Set<AnnotatedField<? super T>> getFields() {
            return Set.of();
        }

        @Override
        public Type getBaseType() {
            return getJavaClass;
        }

        @Override
        public Set<Type> getTypeClosure() {
            return Set.of(getJavaClass, Object.class);
        }

        @Override
        public <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
            return getJavaClass.getAnnotation(type);
        }

        @Override
        public Set<Annotation> getAnnotations() {
            return Set.of(getJavaClass.getAnnotations());
        }

        @Override
        public boolean isAnnotationPresent(Class<? extends Annotation> type) {
            return getJavaClass.isAnnotationPresent(type);
        }
    }
}
