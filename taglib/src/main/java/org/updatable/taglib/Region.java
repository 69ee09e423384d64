package org.updatable.taglib;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updatable.message.ChannelName;

/**
 * A part of a page that is rendered again when something is announced on a channel.
 *
 * @param channel the name of the channel
 * @param pk the id of the one row that it is about; null for all rows
 * @param fields the names of those that it shows, separated by white space; null for all of them
 */
record Region(String channel, @Nullable Object pk, @Nullable String fields) {
    /** How it is rendered again: by a post of Faces, or with its page. */
    enum How {
        FACES,
        PAGE
    }

    Region {
        ChannelName.check(channel);
    }

    /**
     * The attributes of its element.
     *
     * @param id by which it is found in what is rendered again
     * @return by name
     */
    Map<String, String> attributes(String id, How how) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("id", id);
        attributes.putAll(Watching.attributes(channel));
        attributes.put("data-update-region", how.name().toLowerCase(Locale.ROOT));
        if (pk != null) attributes.put("data-update-pk", pk.toString());
        if (fields != null) attributes.put("data-update-fields", fields.trim());
        return attributes;
    }
}
