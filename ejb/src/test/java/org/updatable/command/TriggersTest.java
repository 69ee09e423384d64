package org.updatable.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggersTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatIsNotUnderstoodIsAnsweredWithWhatThereIs() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("instal")).isEqualTo(2);
        assertThat(run("install", "1", "newsroom", "again")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith("java -cp updatable-ejb.jar");
        assertThat(out.size()).isZero();
    }

    @Test
    void aVirtualMachineWithoutAnApplicationOfOursIsTold() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sleeper.class.getName())
                .start();
        try {
            other.getInputStream().read(); // it runs
            assertThat(run("install", String.valueOf(other.pid()))).isEqualTo(1);
            assertThat(run("install", String.valueOf(other.pid()), "newsroom")).isEqualTo(1);
        } finally {
            other.destroy();
            other.waitFor();
        }
        assertThat(err.toString(UTF_8)).isEqualToNormalizingNewlines("""
                        No application with Updatable runs in this server.
                        No application with Updatable runs in this server that is called newsroom.
                        """);
    }

    @Test
    void aProcessThatIsGoneIsTold() {
        assertThat(run("print", "999999999")).isEqualTo(1);
        assertThat(err.toString(UTF_8)).startsWith("The server does not answer: ");
    }

    private int run(String... words) {
        return Triggers.run(List.of(words), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    /** A virtual machine that does nothing, until it is ended. */
    static final class Sleeper {
        private Sleeper() {}

        public static void main(String[] none) throws IOException {
            System.out.write('!');
            System.out.flush();
            System.in.read();
        }
    }
}
