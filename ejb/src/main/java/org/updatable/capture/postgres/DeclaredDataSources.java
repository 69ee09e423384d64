package org.updatable.capture.postgres;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.annotation.sql.DataSourceDefinitions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The data sources that the application declares itself, by annotation: they tell their passwords. */
public class DeclaredDataSources implements Extension {
    private static final String PREFIX = "jdbc:postgresql:";

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

    /** The one of a database. */
    Optional<DataSourceDefinition> of(Server.Source source) {
        return all.stream()
                .filter(one -> one.user().equals(source.user()) || one.user().isEmpty())
                .filter(one -> simple(url(one)).equals(simple(source.url())))
                .findFirst();
    }

    /** Where it is. */
    static String url(DataSourceDefinition source) {
        if (source.url().startsWith(PREFIX)) return source.url();
        String port = source.portNumber() > 0 ? ":" + source.portNumber() : "";
        return PREFIX + "//" + source.serverName() + port + "/" + source.databaseName();
    }

    /** Without what comes after the database's name, and without the port that goes without saying. */
    private static String simple(String url) {
        return url.replaceAll("\\?.*", "").replace(":5432/", "/");
    }
}
