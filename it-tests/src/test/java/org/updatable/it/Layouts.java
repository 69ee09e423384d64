package org.updatable.it;

import jakarta.persistence.spi.PersistenceProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.updatable.it.fixture.Facts;
import org.updatable.it.ledger.Account;
import org.updatable.it.ledger.Books;
import org.updatable.it.ledger.Clipping;
import org.updatable.it.ledger.Databases;
import org.updatable.it.ledger.Owner;
import org.updatable.it.ledger.Savings;
import org.updatable.it.ledger.Terms;
import org.updatable.it.provider.UnknownProvider;
import org.updatable.it.references.Pages;

/** Applications of other shapes than the shipped one; some of them must not start. */
final class Layouts {
    private Layouts() {}

    /** A page, and nothing that could be live. */
    static WebArchive withoutUnit() {
        return withLibraries("without-unit").addAsWebResource("fixture/script.jsp", "page.jsp");
    }

    /** All others, except EARs. */
    static List<Path> all() {
        return Stream.of(references(), unknownProvider(), twoCopies("ejb"), twoCopies("taglib"))
                .map(Layouts::exported)
                .toList();
    }

    static Path everythingInTheWar() {
        return exported(ear("everything-in-the-war").addAsModule(Archives.withFixture()));
    }

    static Path entitiesInAnEjbJar() {
        return exported(ear("entities-in-an-ejb-jar")
                .addAsLibrary(Archives.database())
                .addAsModule(ejbJar())
                .addAsModule(withoutUnit()));
    }

    static Path entitiesInTheLibraryFolder() {
        return exported(ear("entities-in-the-library-folder")
                .addAsLibrary(Archives.database())
                .addAsLibrary(entities())
                .addAsModule(withLibraries("beans").addClasses(Books.class, Databases.class)));
    }

    static Path ourJarsInTheLibraryFolder() {
        EnterpriseArchive application = ear("our-jars-in-the-library-folder")
                .addAsModule(ejbJar())
                .addAsLibrary(Archives.database())
                .addAsModule(ShrinkWrap.create(WebArchive.class, "page.war")
                        .addAsWebResource(new StringAsset("-"), "page.jsp"));
        Archives.libraries()
                .forEach((path, library) -> application.addAsLibrary(library, path.replaceFirst(".*/", "")));
        return exported(application);
    }

    private static EnterpriseArchive ear(String name) {
        return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear");
    }

    private static JavaArchive ejbJar() {
        return entities().addClasses(Books.class, Databases.class);
    }

    private static JavaArchive entities() {
        return ShrinkWrap.create(JavaArchive.class, "ledger.jar")
                .addClasses(Account.class, Savings.class, Terms.class, Owner.class, Clipping.class)
                .addAsManifestResource("ledger/persistence.xml", "persistence.xml");
    }

    private static WebArchive references() {
        return withLibraries("references")
                .addPackage(Pages.class.getPackage())
                .addClass(Facts.class)
                .addAsWebInfResource("references/web.xml", "web.xml")
                .addAsResource("references/persistence.xml", "META-INF/persistence.xml");
    }

    /** In WildFly it sees Hibernate only when its manifest says so. */
    private static WebArchive unknownProvider() {
        return withLibraries("unknown-provider")
                .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: org.hibernate\n"))
                .addPackage(UnknownProvider.class.getPackage())
                .addAsResource("provider/persistence.xml", "META-INF/persistence.xml")
                .addAsServiceProvider(PersistenceProvider.class, UnknownProvider.class);
    }

    /** As after an update that forgot to remove the old jar. */
    private static WebArchive twoCopies(String jar) {
        WebArchive application = withLibraries("two-copies-of-" + jar);
        each(jar, library -> application.add(library, "/WEB-INF/lib/updatable-" + jar + "-0.0.9.jar"));
        return application;
    }

    /** What we say of it, as a pattern. */
    static String toldOfTwoCopies(String jar) {
        String file = "/\\S+/two-copies-of-%1$s(\\.war)?/WEB-INF/lib/updatable-%1$s-0\\.%2$s\\.jar";
        return "The application has updatable-%s more than once: %s and %s\\. Remove all but one of them\\."
                .formatted(jar, file.formatted(jar, "0\\.9"), file.formatted(jar, "1\\.0\\S*"));
    }

    private static void each(String jar, Consumer<Asset> use) {
        Archives.libraries().entrySet().stream()
                .filter(library -> library.getKey().contains(jar))
                .map(Map.Entry::getValue)
                .forEach(use);
    }

    private static WebArchive withLibraries(String name) {
        WebArchive application = ShrinkWrap.create(WebArchive.class, name + ".war");
        Archives.libraries().forEach((path, library) -> application.add(library, path));
        return application;
    }

    private static Path exported(Archive<?> application) {
        Path file = directory().resolve(application.getName());
        application.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    private static Path directory() {
        try {
            return Files.createDirectories(Server.directory().resolve("layouts"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
