package org.updatable.access;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose pages may connect: those of the same host, and those of the origins that are allowed besides. A browser
 * sends its cookies along, whichever page asks it to connect; so this keeps a page of another site from watching as the user.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-10.2">RFC 6455, 10.2</a>
 */
public final class Origins {
    private static final Logger LOG = System.getLogger("org.updatable");

    /** Not {@link java.net.URI}, which finds no host in {@code http://news_1:8080}. */
    private static final Pattern ORIGIN = Pattern.compile("([a-z][a-z0-9+.-]*)://(" + Authority.PATTERN + ")");

    private static final Map<String, String> DEFAULT_PORTS = Map.of("http", "80", "https", "443");

    private final Set<String> allowed;

    /**
     * The same host, and some origins besides.
     *
     * @param besides such as {@code https://news.example}; one that cannot be read is not allowed, and the log says so
     */
    public Origins(Collection<String> besides) {
        allowed = besides.stream().flatMap(text -> allowed(text).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a page may connect.
     *
     * @param origin the Origin header; null when there is none, which no browser omits
     * @param host what the server is called in the same request, with its port where that is not the default one; null when
     *     nobody knows
     * @return true when it may
     */
    public boolean mayConnect(@Nullable String origin, @Nullable String host) {
        if (origin == null) return true;
        return read(origin)
                .filter(page -> allowed.contains(page.toString()) || page.isServedBy(host))
                .isPresent();
    }

    /**
     * Whether an Origin header names an origin at all: {@code null} and what is no origin cannot be allowed.
     *
     * @param origin the header
     * @return true when it is one
     */
    public static boolean isReadable(String origin) {
        return read(origin).isPresent();
    }

    private static Optional<String> allowed(String text) {
        Optional<Origin> origin = read(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        if (origin.isEmpty())
            LOG.log(
                    Level.WARNING,
                    "updatable.allowed-origins: \"{0}\" is no origin, and is not allowed. One looks like https://news.example.",
                    text);
        return origin.map(Origin::toString);
    }

    private static Optional<Origin> read(String text) {
        Matcher parts = ORIGIN.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) return Optional.empty();
        String scheme = parts.group(1);
        return Authority.read(parts.group(2)).map(authority -> new Origin(scheme, authority.without(port(scheme))));
    }

    private static @Nullable String port(String scheme) {
        return DEFAULT_PORTS.get(scheme);
    }

    /** The default port of the scheme is left out. */
    private record Origin(String scheme, Authority authority) {

        /**
         * Not the page of an app, which is at {@code capacitor://localhost} and the like. A proxy that speaks TLS for the
         * server passes its name on, not its scheme, so that one may differ.
         */
        boolean isServedBy(@Nullable String host) {
            if (host == null || port(scheme) == null) return false;
            return Authority.read(host.toLowerCase(Locale.ROOT))
                    .filter(server -> server.without(port(scheme)).equals(authority))
                    .isPresent();
        }

        @Override
        public String toString() {
            return scheme + "://" + authority.host() + (authority.port() == null ? "" : ":" + authority.port());
        }
    }

    /** A host and its port. */
    private record Authority(String host, @Nullable String port) {
        static final String PATTERN = "(?:[^\\s/?#@\\[\\]:,]+|\\[[0-9a-f:.]+\\])(?::[0-9]{1,5})?";

        private static final Pattern HOST_AND_PORT = Pattern.compile("(.+?)(?::([0-9]{1,5}))?");

        static Optional<Authority> read(String text) {
            if (!text.matches(PATTERN)) return Optional.empty();
            Matcher parts = HOST_AND_PORT.matcher(text);
            return parts.matches() ? Optional.of(new Authority(parts.group(1), parts.group(2))) : Optional.empty();
        }

        Authority without(@Nullable String defaultPort) {
            return port != null && port.equals(defaultPort) ? new Authority(host, null) : this;
        }
    }
}
