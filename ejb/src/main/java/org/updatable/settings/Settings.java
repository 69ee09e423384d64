package org.updatable.settings;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The settings of an application, each with a default that is right in production.
 *
 * <table>
 * <caption>All settings</caption>
 * <tr><th>name</th><th>default</th><th>what it is</th></tr>
 * <tr><td>{@code updatable.send-timeout-seconds}</td><td>20</td>
 *     <td>how long a browser may take to accept one frame before its connection is closed</td></tr>
 * <tr><td>{@code updatable.silence-seconds}</td><td>60</td>
 *     <td>how long nothing need be heard of a browser, which is asked by a ping meanwhile, before its connection is closed</td></tr>
 * <tr><td>{@code updatable.token-secrets}</td><td>a new one at each start</td>
 *     <td>secrets for tokens, separated by commas: the first makes them, all are accepted</td></tr>
 * <tr><td>{@code updatable.token-secret-file}</td><td>none</td>
 *     <td>a file with such secrets, one in each line; it is made when it is not there</td></tr>
 * <tr><td>{@code updatable.token-hours}</td><td>24</td>
 *     <td>how long a page that was rendered may begin to watch what it shows</td></tr>
 * <tr><td>{@code updatable.policy-minutes}</td><td>5</td>
 *     <td>how often the application's SubscriptionPolicy is asked again for what is watched</td></tr>
 * <tr><td>{@code updatable.allowed-origins}</td><td></td>
 *     <td>whose pages may connect, beside those of the same host: origins such as {@code https://news.example}, separated by
 *     commas</td></tr>
 * <tr><td>{@code updatable.trust-forwarded}</td><td>false</td>
 *     <td>whether X-Forwarded-Host and X-Forwarded-For are believed: where a proxy sets them, and nobody gets past it</td></tr>
 * <tr><td>{@code updatable.max-connections-per-user}</td><td>100</td>
 *     <td>how many connections a user who is logged in may have at once</td></tr>
 * <tr><td>{@code updatable.max-connections-per-address}</td><td>1000</td>
 *     <td>how many connections there may be at once from one address</td></tr>
 * <tr><td>{@code updatable.max-frames-per-second}</td><td>50</td>
 *     <td>how many frames a connection may send in a second on average; four seconds' worth may come at once</td></tr>
 * <tr><td>{@code updatable.max-frame-bytes}</td><td>65536</td>
 *     <td>how long a frame of a client may be</td></tr>
 * <tr><td>{@code updatable.max-bad-frames}</td><td>20</td>
 *     <td>how many frames of a connection may be answered by error 400</td></tr>
 * <tr><td>{@code updatable.max-batch}</td><td>1000</td>
 *     <td>how many subscriptions one frame may hold</td></tr>
 * <tr><td>{@code updatable.max-groups}</td><td>5000</td>
 *     <td>how many groups a connection may watch at a time</td></tr>
 * <tr><td>{@code updatable.max-update-bytes}</td><td>65536</td>
 *     <td>how long an update may be that is sent to browsers; pages that show what is longer fetch themselves</td></tr>
 * <tr><td>{@code updatable.max-list-rows}</td><td>1000</td>
 *     <td>how many rows of a model are sent in one answer; a client pages through what is more</td></tr>
 * <tr><td>{@code updatable.postgres.url}</td><td>that of the data source, where it tells its password</td>
 *     <td>where PostgreSQL is listened to: the JDBC address of the server itself, and not of a pooler</td></tr>
 * <tr><td>{@code updatable.postgres.user}</td><td>that of the address</td>
 *     <td>who listens there</td></tr>
 * <tr><td>{@code updatable.postgres.password}</td><td>that of the address</td>
 *     <td>the password</td></tr>
 * <tr><td>{@code updatable.sweep}</td><td>never</td>
 *     <td>how often all that is watched is read, such as {@code 5s} or {@code 2m}: for what other programs change in a database
 *     that does not say so</td></tr>
 * </table>
 */
public final class Settings {
    private static final Logger LOG = System.getLogger("org.updatable");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?([sm])");

    private final Function<String, Optional<String>> source;

    /**
     * Settings from any source.
     *
     * @param source gives the text of a setting by its name, or empty
     */
    public Settings(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /**
     * The settings of the application that calls: from MicroProfile Config where the server has it, else from system
     * properties, else from environment variables ({@code UPDATABLE_SEND_TIMEOUT_SECONDS}).
     *
     * @return the settings
     */
    public static Settings ofApplication() {
        return new Settings(hasMicroProfileConfig() ? MicroProfile::read : Settings::readProcess);
    }

    /**
     * How long a browser may take to accept one frame.
     *
     * @return a positive duration
     */
    public Duration sendTimeout() {
        return Duration.ofSeconds(positive("updatable.send-timeout-seconds", 20));
    }

    /**
     * How long nothing need be heard of a browser before its connection is closed.
     *
     * @return a positive duration
     */
    public Duration silence() {
        return Duration.ofSeconds(positive("updatable.silence-seconds", 60));
    }

    /**
     * The secrets that tokens are made with.
     *
     * @return the newest first; empty when none is set
     */
    public List<String> tokenSecrets() {
        return list("updatable.token-secrets");
    }

    /**
     * Whose pages may connect, beside those of the same host.
     *
     * @return origins as they were written
     */
    public List<String> allowedOrigins() {
        return list("updatable.allowed-origins");
    }

    /**
     * Where such secrets are kept.
     *
     * @return a file, which need not be there
     */
    public Optional<Path> tokenSecretFile() {
        return text("updatable.token-secret-file").map(Path::of);
    }

    /**
     * How long a token is good.
     *
     * @return a positive duration
     */
    public Duration tokenLifetime() {
        return Duration.ofHours(positive("updatable.token-hours", 24));
    }

    /**
     * How often the application's policy is asked again.
     *
     * @return a positive duration
     */
    public Duration policyInterval() {
        return Duration.ofMinutes(positive("updatable.policy-minutes", 5));
    }

    /**
     * Whether a proxy in front of the server is believed when it says what the browser has called, and from where.
     *
     * @return true when it is
     */
    public boolean trustsForwarded() {
        return truth("updatable.trust-forwarded", false);
    }

    /**
     * How many connections a user who is logged in may have at once.
     *
     * @return a positive number
     */
    public long maxConnectionsPerUser() {
        return positive("updatable.max-connections-per-user", 100);
    }

    /**
     * How many connections there may be at once from one address.
     *
     * @return a positive number
     */
    public long maxConnectionsPerAddress() {
        return positive("updatable.max-connections-per-address", 1000);
    }

    private List<String> list(String name) {
        return source.apply(name).stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::trim)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private boolean truth(String name, boolean otherwise) {
        Optional<String> text = source.apply(name).map(String::trim);
        if (text.isEmpty()) return otherwise;
        if (text.get().equalsIgnoreCase("true")) return true;
        if (text.get().equalsIgnoreCase("false")) return false;
        LOG.log(Level.WARNING, "{0} is true or false, not \"{1}\"; {2} is used.", name, text.get(), otherwise);
        return otherwise;
    }

    /**
     * How many frames a connection may send on average.
     *
     * @return in a second; positive
     */
    public int maxFramesPerSecond() {
        return positiveInt("updatable.max-frames-per-second", 50);
    }

    /**
     * How long a frame of a client may be.
     *
     * @return in bytes; positive
     */
    public int maxFrameBytes() {
        return positiveInt("updatable.max-frame-bytes", 64 * 1024);
    }

    /**
     * How many frames of a connection may be bad.
     *
     * @return a positive number
     */
    public int maxBadFrames() {
        return positiveInt("updatable.max-bad-frames", 20);
    }

    /**
     * How many subscriptions one frame may hold.
     *
     * @return a positive number
     */
    public int maxBatch() {
        return positiveInt("updatable.max-batch", 1000);
    }

    /**
     * How many groups a connection may watch at a time.
     *
     * @return a positive number
     */
    public int maxGroups() {
        return positiveInt("updatable.max-groups", 5000);
    }

    /**
     * How long an update may be that is sent to browsers.
     *
     * @return in bytes; positive
     */
    public int maxUpdateBytes() {
        return positiveInt("updatable.max-update-bytes", 64 * 1024);
    }

    /**
     * How many rows of a model are sent in one answer.
     *
     * @return a positive number
     */
    public int maxListRows() {
        return positiveInt("updatable.max-list-rows", 1000);
    }

    /**
     * Where PostgreSQL is listened to.
     *
     * @return a JDBC address; empty when none is set
     */
    public Optional<String> postgresUrl() {
        return text("updatable.postgres.url");
    }

    /**
     * Who listens to PostgreSQL.
     *
     * @return empty when nobody is set
     */
    public Optional<String> postgresUser() {
        return text("updatable.postgres.user");
    }

    /**
     * The password of who listens to PostgreSQL.
     *
     * @return empty when none is set
     */
    public Optional<String> postgresPassword() {
        return text("updatable.postgres.password");
    }

    /**
     * How often all that is watched is read.
     *
     * @return a positive duration; empty for never
     */
    public Optional<Duration> sweep() {
        Optional<String> said = text("updatable.sweep");
        Optional<Duration> sweep = said.flatMap(Settings::duration);
        if (said.isPresent() && sweep.isEmpty())
            LOG.log(
                    Level.WARNING,
                    "updatable.sweep is a time such as 5s or 2m, not \"{0}\"; nothing is swept.",
                    said.get());
        return sweep;
    }

    private static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) return Optional.empty();
        long number = Long.parseLong(parts.group(1));
        return Optional.of(parts.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number))
                .filter(duration -> !duration.isZero());
    }

    private Optional<String> text(String name) {
        return source.apply(name).map(String::trim).filter(text -> !text.isEmpty());
    }

    private int positiveInt(String name, int otherwise) {
        return (int) Math.min(Integer.MAX_VALUE, positive(name, otherwise));
    }

    private long positive(String name, long otherwise) {
        Optional<String> text = source.apply(name);
        if (text.isEmpty()) return otherwise;
        try {
            long value = Long.parseLong(text.get().trim());
            if (value > 0) return value;
        } catch (NumberFormatException notANumber) {
            // said below, as for zero and less
        }
        LOG.log(
                Level.WARNING,
                "{0} is a positive whole number, not \"{1}\"; {2} is used.",
                name,
                text.get(),
                otherwise);
        return otherwise;
    }

    /** A server may also have its API alone: GlassFish 8 gives an application no implementation of it. */
    private static boolean hasMicroProfileConfig() {
        try {
            MicroProfile.config();
            return true;
        } catch (LinkageError | IllegalStateException absent) {
            return false;
        }
    }

    private static Optional<String> readProcess(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(
                        name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))));
    }

    /** Apart, so that a server without MicroProfile Config never links it. */
    private static final class MicroProfile {

        static Config config() {
            return ConfigProvider.getConfig(Settings.class.getClassLoader());
        }

        static Optional<String> read(String name) {
            return config().getOptionalValue(name, String.class);
        }
    }
}
