package org.updatable.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says that a page has shown a group to a user: when that ends, and an HMAC-SHA256 of this, the user and the group, of
 * which half is kept. Nothing else is in a token, so it tells nothing to who reads it.
 */
final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;
    private static final int BYTES = Integer.BYTES + MAC_BYTES;

    private final List<SecretKeySpec> keys;
    private final Duration lifetime;
    private final InstantSource clock;

    /**
     * Makes and reads the tokens of one application.
     *
     * @param secrets at least one: the first makes tokens, all are accepted
     * @param application what tells it apart from others that have the same secrets
     * @param lifetime how long a token is good
     */
    Tokens(List<byte[]> secrets, String application, Duration lifetime, InstantSource clock) {
        this.keys = secrets.stream()
                .map(secret -> key(mac(key(secret), application.getBytes(UTF_8))))
                .toList();
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param group the name of a group
     * @param user who was shown it; empty for who is not logged in
     * @return 27 letters, digits, {@code -} and {@code _}
     */
    String mint(String group, String user) {
        int expiry = Math.toIntExact(clock.instant().plus(lifetime).getEpochSecond() / 60);
        ByteBuffer token = ByteBuffer.allocate(BYTES).putInt(expiry);
        token.put(mac(keys.get(0), expiry, group, user));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /**
     * Reads a token.
     *
     * @return when it ends; empty when it is not one of this group for this user, or has ended
     */
    Optional<Instant> expiry(String token, String group, String user) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) return Optional.empty();
        ByteBuffer read = ByteBuffer.wrap(bytes);
        int minutes = read.getInt();
        byte[] given = new byte[MAC_BYTES];
        read.get(given);
        Instant expiry = Instant.ofEpochSecond(minutes * 60L);
        boolean isOurs = keys.stream().anyMatch(key -> MessageDigest.isEqual(given, mac(key, minutes, group, user)));
        return isOurs && expiry.isAfter(clock.instant()) ? Optional.of(expiry) : Optional.empty();
    }

    /** Whether a token that ends then should be followed by another one now. */
    boolean isOld(Instant expiry) {
        return expiry.isBefore(clock.instant().plus(lifetime.dividedBy(2)));
    }

    /** The user's length tells where the group begins: neither can be taken for a part of the other. */
    private static byte[] mac(SecretKeySpec key, int expiry, String group, String user) {
        byte[] name = user.getBytes(UTF_8);
        byte[] path = group.getBytes(UTF_8);
        ByteBuffer said = ByteBuffer.allocate(2 * Integer.BYTES + name.length + path.length);
        said.putInt(expiry).putInt(name.length).put(name).put(path);
        byte[] half = new byte[MAC_BYTES];
        System.arraycopy(mac(key, said.array()), 0, half, 0, MAC_BYTES);
        return half;
    }

    private static byte[] mac(SecretKeySpec key, byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(said);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", absent);
        }
    }

    private static SecretKeySpec key(byte[] secret) {
        return new SecretKeySpec(secret, ALGORITHM);
    }
}
