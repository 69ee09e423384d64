package org.updatable.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.updatable.it.database.OwnDatabase;
import org.updatable.it.fixture.Scenarios;

/** What is deployed. All of it begins with the WAR that is shipped. */
public final class Archives {
    private static final String PERSISTENCE = "/WEB-INF/classes/META-INF/persistence.xml";

    private Archives() {}

    /** The shipped WAR, unchanged. */
    public static WebArchive shipped() {
        return imported("newsroom.war");
    }

    /** The two jars of the shipped WAR, by their paths in it. */
    static Map<String, Asset> libraries() {
        return shipped().getContent(path -> path.get().startsWith("/WEB-INF/lib/updatable-")).values().stream()
                .collect(Collectors.toMap(node -> node.getPath().get(), Node::getAsset));
    }

    /** The shipped WAR on a database of its own, and beside its classes those that run one scenario each over HTTP. */
    public static WebArchive withFixture() {
        return withOwnDatabase(shipped()).addPackage(Scenarios.class.getPackage());
    }

    /**
     * A second newspaper: the shipped WAR under another name, on a database of its own. Its rows have the same ids as the
     * first one's, and so its groups the same names.
     */
    static Path evening() {
        File file = Path.of(System.getProperty("it.directory"), "server", "evening.war")
                .toFile();
        withOwnDatabase(imported("evening.war")).as(ZipExporter.class).exportTo(file, true);
        return file.toPath();
    }

    private static WebArchive withOwnDatabase(WebArchive archive) {
        String persistence = text(archive, PERSISTENCE);
        String own = persistence.replace("java:comp/DefaultDataSource", OwnDatabase.NAME);
        if (own.equals(persistence))
            throw new IllegalStateException("The shipped persistence.xml names its database otherwise.");
        return archive.addPackage(OwnDatabase.class.getPackage()).add(new StringAsset(own), PERSISTENCE);
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
