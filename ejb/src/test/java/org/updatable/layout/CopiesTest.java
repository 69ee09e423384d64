package org.updatable.layout;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {
    private static final String FILE = "META-INF/tag.tld";

    private final Path folder;

    CopiesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void twoCopiesAreRefusedByTheirNames() throws IOException {
        assertThatThrownBy(() -> refuse(jar("tag-0.2.jar"), jar("tag-0.1.jar")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The application has tag more than once: %1$s/tag-0.1.jar and %1$s/tag-0.2.jar."
                                + " Remove all but one of them.",
                        folder);
    }

    @Test
    void oneCopyIsRight() {
        assertThatCode(() -> refuse(jar("tag.jar"))).doesNotThrowAnyException();
    }

    @Test
    void noCopyIsRightToo() {
        assertThatCode(() -> refuse()).doesNotThrowAnyException();
    }

    @Test
    void aJarThatIsFoundTwiceIsOneCopy() {
        assertThatCode(() -> refuse(jar("tag.jar"), new URL("jar:" + jar("tag.jar") + "!/")))
                .doesNotThrowAnyException();
    }

    private static void refuse(URL... jars) throws IOException {
        try (URLClassLoader application = new URLClassLoader(jars, null)) {
            Copies.refuse(application, "tag", FILE);
        }
    }

    private URL jar(String name) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream content = new ZipOutputStream(Files.newOutputStream(jar))) {
            content.putNextEntry(new ZipEntry(FILE));
        }
        return jar.toUri().toURL();
    }
}
