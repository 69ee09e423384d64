package org.updatable.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.updatable.it.database.OwnDatabase;
import org.updatable.it.fixture.Scenarios;
import org.updatable.it.postgres.PgBouncer;
import org.updatable.it.postgres.Postgres;

/** What is deployed. All of it begins with the WAR that is shipped. */
public final class Archives {
    private static final String PERSISTENCE = "/WEB-INF/classes/META-INF/persistence.xml";
    private static final String DESCRIPTOR = "/WEB-INF/web.xml";
    private static final List<String> FIXTURE_PAGES = List.of(
            "fields.xhtml",
            "fields.jsp",
            "script.jsp",
            "unsaved.xhtml",
            "unsaved.jsp",
            "advert.xhtml",
            "advert.jsp",
            "mistakes.xhtml",
            "mistakes.jsp",
            "error.jsp",
            "bulletins.jsp",
            "regions.xhtml",
            "regions.jsp",
            "reports.xhtml",
            "reports.jsp",
            "conflict.jsp");

    private Archives() {}

    /** The shipped WAR, unchanged. */
    public static WebArchive shipped() {
        return imported("newsroom.war");
    }

    /** A page of the shipped WAR, as its author has written it. */
    public static String source(String page) {
        return text(shipped(), page);
    }

    /** The two jars of the shipped WAR, by their paths in it. */
    public static Map<String, Asset> libraries() {
        return shipped().getContent(path -> path.get().startsWith("/WEB-INF/lib/updatable-")).values().stream()
                .collect(Collectors.toMap(node -> node.getPath().get(), Node::getAsset));
    }

    /**
     * The shipped WAR on a database of its own, and beside its classes those that run one scenario each over HTTP, beside
     * its pages those that try every tag.
     */
    public static WebArchive withFixture() {
        return withScenarios(withOwnDatabase(shipped()));
    }

    /**
     * A second newspaper: the shipped WAR under another name, on a database of its own. Its rows have the same ids as the
     * first one's, and so its groups the same names. It is being developed: its pages tell their author what is wrong.
     */
    static Path evening() {
        return exported(withFixturePages(inDevelopment(withOwnDatabase(imported("evening.war")))));
    }

    /**
     * Newspapers on other databases than {@link #onPostgres()}, with the fixture. Two are behind a pooler, where there is one:
     * one listens there, too, and the other past it. The third is on the server's own database, and swept.
     */
    static List<Path> onOtherDatabases() {
        List<Path> all = new ArrayList<>(List.of(exported(swept())));
        if (!PgBouncer.isThere()) return all;
        for (String name : List.of("pooled", "direct")) Postgres.create(name);
        String pooled = PgBouncer.address("pooled");
        all.add(exported(onPostgres(imported("pooled.war"), pooled, pooled)));
        all.add(exported(onPostgres(imported("direct.war"), PgBouncer.address("direct"), Postgres.address("direct"))));
        return all;
    }

    private static WebArchive swept() {
        return withSettings(withScenarios(imported("swept.war")), "updatable.sweep=1s");
    }

    private static Path exported(WebArchive archive) {
        Path file = Server.directory().resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static WebArchive withOwnDatabase(WebArchive archive) {
        return replaced(archive, PERSISTENCE, "java:comp/DefaultDataSource", OwnDatabase.NAME)
                .addPackage(OwnDatabase.class.getPackage())
                .addAsLibrary(database());
    }

    /**
     * The same on a PostgreSQL, which a data source of web.xml leads to: such a one tells nobody its password, and so it is a
     * setting where to listen.
     */
    static WebArchive onPostgres() {
        return onPostgres(shipped(), Postgres.address(), Postgres.address());
    }

    private static WebArchive onPostgres(WebArchive archive, String source, String listened) {
        replaced(archive, PERSISTENCE, "java:comp/DefaultDataSource", "java:app/jdbc/postgres");
        replaced(archive, DESCRIPTOR, "</web-app>", Postgres.dataSource(source) + "\n</web-app>");
        return withSettings(
                withScenarios(archive).addAsLibrary(Postgres.driver()), "updatable.postgres.url=" + listened);
    }

    private static WebArchive withScenarios(WebArchive archive) {
        return withFixturePages(archive.addPackage(Scenarios.class.getPackage()));
    }

    private static WebArchive withSettings(WebArchive archive, String settings) {
        return archive.addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
    }

    /** The database engine of an application that defines its data source: not every server shows it the server's. */
    public static File database() {
        return new File(JdbcDataSource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }

    private static WebArchive inDevelopment(WebArchive archive) {
        replaced(archive, DESCRIPTOR, "/WEB-INF/error.jsp", "/fixture/error.jsp");
        return replaced(archive, DESCRIPTOR, "</display-name>", """
                </display-name>
                <context-param>
                  <param-name>jakarta.faces.PROJECT_STAGE</param-name>
                  <param-value>Development</param-value>
                </context-param>""");
    }

    private static WebArchive withFixturePages(WebArchive archive) {
        for (String page : FIXTURE_PAGES) archive.addAsWebResource("fixture/" + page, "fixture/" + page);
        archive.addAsResource("fixture/Status_de.properties", "org/updatable/newsroom/Status_de.properties");
        return archive.addAsWebResource("fixture/headline.xhtml", "resources/fixture/headline.xhtml");
    }

    private static WebArchive replaced(WebArchive archive, String path, String shipped, String other) {
        String text = text(archive, path);
        if (!text.contains(shipped)) throw new IllegalStateException("The shipped " + path + " has no " + shipped);
        return archive.add(new StringAsset(text.replace(shipped, other)), path);
    }

    private static WebArchive imported(String name) {
        return ShrinkWrap.create(ZipImporter.class, name)
                .importFrom(new File(System.getProperty("newsroom.war")))
                .as(WebArchive.class);
    }

    private static String text(WebArchive archive, String path) {
        try (InputStream content = archive.get(path).getAsset().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
