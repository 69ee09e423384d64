import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** A PostgreSQL of the demo's own, on this machine only, until it is ended: {@code java Postgres.java <port>}. */
final class Postgres {
    private Postgres() {}

    public static void main(String[] port) throws IOException, InterruptedException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(Integer.parseInt(port[0]))
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start()) {
            Thread.currentThread().join();
        }
    }
}
