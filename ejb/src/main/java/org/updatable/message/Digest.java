package org.updatable.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a group shows, in a few characters: a page that shows the same has the same digest. */
public final class Digest {
    private static final int RADIX = 36;

    /** To be copied: that takes less than to look for one. */
    private static final MessageDigest EMPTY = empty();

    private Digest() {}

    /**
     * The digest of one thing that a group shows.
     *
     * @param update says it, to whichever group
     * @return a number that is another one for another value
     */
    public static long of(Update update) {
        byte[] said = said(update).getBytes(StandardCharsets.UTF_8);
        try {
            return ByteBuffer.wrap(((MessageDigest) EMPTY.clone()).digest(said)).getLong();
        } catch (CloneNotSupportedException notOfThisProvider) {
            return ByteBuffer.wrap(empty().digest(said)).getLong();
        }
    }

    private static MessageDigest empty() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }

    /** Different for whatever a page shows differently. Not as JSON: that takes longer than all else of a digest. */
    private static String said(Update update) {
        if (update instanceof UpdateValue value) return (value.html() ? "html:" : "value:") + typed(value.value());
        if (update instanceof ToggleClass toggle) return "class:" + toggle.present() + ':' + toggle.name();
        UpdateAttribute attribute = (UpdateAttribute) update;
        return "attribute:" + attribute.name() + '=' + typed(attribute.value());
    }

    private static String typed(@Nullable Object value) {
        return value instanceof String text ? "text:" + text : String.valueOf(value);
    }

    /**
     * The digest of all that a group shows.
     *
     * @param digests of each thing, in any order
     * @return letters and digits
     */
    public static String ofAll(Collection<Long> digests) {
        return Long.toUnsignedString(digests.stream().mapToLong(Long::longValue).sum(), RADIX);
    }

    /**
     * The digest of all that a group shows.
     *
     * @param updates which say it, in any order; of one thing, the last one counts
     * @return letters and digits
     */
    public static String of(Collection<Update> updates) {
        return ofAll(byAspect(updates).values());
    }

    /**
     * The digests of what a group shows.
     *
     * @param updates which say it; of one thing, the last one counts
     * @return by {@link Update#aspect}
     */
    public static Map<String, Long> byAspect(Collection<Update> updates) {
        Map<String, Long> digests = new HashMap<>();
        updates.forEach(update -> digests.put(update.aspect(), of(update)));
        return digests;
    }
}
