package org.updatable.it.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.updatable.it.Debian;
import org.updatable.it.Server;

/**
 * A real proxy in front of the server: it speaks TLS, and has the newsroom below {@code /news/}. It is the one that system
 * property {@code updatable.nginx} names, else one on the PATH, else Debian's, which is unpacked below target and not
 * installed.
 */
final class Nginx {
    /** How long it lets a connection say nothing; 60 seconds where nobody says otherwise. */
    static final Duration IDLE = Duration.ofSeconds(3);

    private static final String PASSWORD = "secret";
    private static final int SECONDS_TO_END = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;

    /** Starts it, with a place for each of these ways to the server. */
    Nginx(Path executable, List<Place> places) throws IOException, InterruptedException, GeneralSecurityException {
        Path directory = Files.createDirectories(Path.of(System.getProperty("it.directory"), "nginx"));
        certify(directory);
        Path configuration = Files.writeString(directory.resolve("nginx.conf"), configuration(directory, places));
        process = new ProcessBuilder(executable.toString(), "-p", directory.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(directory.resolve("nginx.log").toFile()))
                .start();
        await().atMost(PATIENCE)
                .until(() -> !process.isAlive() || isListening(places.get(0).port()));
        if (!process.isAlive()) throw new IllegalStateException(Files.readString(directory.resolve("nginx.log")));
    }

    /**
     * One way to the server.
     *
     * @param port where
     * @param headers what is set besides, as nginx writes it
     */
    record Place(int port, String headers) {}

    static Optional<Path> executable() throws IOException {
        String named = System.getProperty("updatable.nginx");
        if (named != null) return Optional.of(Path.of(named));
        Optional<Path> onPath = Debian.program(List.of("nginx"))
                .or(() -> Optional.of(Path.of("/usr/sbin/nginx")).filter(Nginx::runs));
        if (onPath.isPresent()) return onPath;
        return Optional.of(Debian.unpack("nginx").resolve("usr/sbin/nginx")).filter(Nginx::runs);
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) process.destroyForcibly();
    }

    private static boolean runs(Path executable) {
        return Debian.runs(new ProcessBuilder(executable.toString(), "-v"));
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** One process, with nothing outside of its directory. Pages say /newsroom/, which the browser does not know. */
    private static String configuration(Path directory, List<Place> places) {
        StringBuilder servers = new StringBuilder();
        for (Place place : places)
            servers.append("""
                    server {
                      listen 127.0.0.1:%d ssl;
                      location /news/ {
                        proxy_pass http://127.0.0.1:%d/newsroom/;
                        proxy_http_version 1.1;
                        proxy_set_header Upgrade $http_upgrade;
                        proxy_set_header Connection $upgraded;
                        proxy_set_header Accept-Encoding "";
                        proxy_read_timeout %ds;
                        sub_filter /newsroom/ /news/;
                        sub_filter_once off;
                        %s
                      }
                    }
                    """.formatted(place.port(), Server.port(), IDLE.toSeconds(), place.headers()));
        return """
                daemon off;
                master_process off;
                error_log stderr;
                pid "%1$s/nginx.pid";
                events {}
                http {
                  access_log off;
                  client_body_temp_path "%1$s/body";
                  proxy_temp_path "%1$s/proxy";
                  fastcgi_temp_path "%1$s/fastcgi";
                  uwsgi_temp_path "%1$s/uwsgi";
                  scgi_temp_path "%1$s/scgi";
                  ssl_certificate "%1$s/certificate.pem";
                  ssl_certificate_key "%1$s/key.pem";
                  map $http_upgrade $upgraded { default upgrade; "" close; }
                %2$s}
                """.formatted(directory, servers);
    }

    private static void certify(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = directory.resolve("store.p12");
        Files.deleteIfExists(store);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-alias",
                        "news",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(directory.resolve("keytool.log").toFile()))
                .start();
        keytool.waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        write(
                directory.resolve("certificate.pem"),
                "CERTIFICATE",
                keys.getCertificate("news").getEncoded());
        write(
                directory.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("news", PASSWORD.toCharArray()).getEncoded());
    }

    private static void write(Path file, String what, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + what + "-----\n");
    }
}
