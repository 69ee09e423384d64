package org.updatable.capture.postgres;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.annotation.sql.DataSourceDefinitions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The data sources that the application declares itself, by annotation: they tell their passwords. */
public class DeclaredDataSources implements Extension {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String DRIVER = "org.postgresql.";

    private final List<DataSourceDefinition> all = new CopyOnWriteArrayList<>();

    /** Made by the container. */
    public DeclaredDataSources() {}

    void collect(
            @Observes @WithAnnotations({DataSourceDefinition.class, DataSourceDefinitions.class})
                    ProcessAnnotatedType<?> type) {
        all.addAll(type.getAnnotatedType().getAnnotations(DataSourceDefinition.class));
        Stream.ofNullable(type.getAnnotatedType().getAnnotation(DataSourceDefinitions.class))
                .flatMap(several -> Stream.of(several.value()))
                .forEach(all::add);
    }

    /** How the database of a source is reached, where one of them is that source; rather one that names its user. */
    Optional<Server> of(Server.Source source) throws SQLException {
        Optional<DataSourceDefinition> declared = all.stream()
                .filter(DeclaredDataSources::isPostgres)
                .filter(one -> one.user().equals(source.user()) || one.user().isEmpty())
                .filter(one -> simple(url(one)).equals(simple(source.url())))
                .min(Comparator.comparing(one -> one.user().isEmpty()));
        if (declared.isEmpty()) return Optional.empty();
        DataSourceDefinition one = declared.get();
        Server server = Server.of(url(one), said(one.user()), said(one.password()), source.driver());
        for (String property : one.properties()) server.add(property);
        return Optional.of(server);
    }

    private static boolean isPostgres(DataSourceDefinition source) {
        return source.url().isEmpty()
                ? source.className().startsWith(DRIVER)
                : source.url().startsWith(PREFIX);
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    /** Where it is. */
    private static String url(DataSourceDefinition source) {
        if (!source.url().isEmpty()) return source.url();
        String port = source.portNumber() > 0 ? ":" + source.portNumber() : "";
        return PREFIX + "//" + source.serverName() + port + "/" + source.databaseName();
    }

    /** Without what comes after the database's name, and with the host, but without the port, that go without saying. */
    private static String simple(String url) {
        return url.replaceAll("\\?.*", "")
                .replace(":5432/", "/")
                .replaceFirst("^" + PREFIX + "(///|(?!/))", PREFIX + "//localhost/");
    }
}
