package org.updatable.hub;

import org.updatable.settings.Settings;

/**
 * How much one connection may say. What is more ends that connection, and no other.
 *
 * @param framesPerSecond on average; four seconds' worth may come at once, as from a page that joins all its groups
 * @param frameBytes of one frame, in UTF-8
 * @param badFrames while the connection lasts
 * @param batch subscriptions in one frame
 * @param groups watched at a time
 */
record Limits(int framesPerSecond, int frameBytes, int badFrames, int batch, int groups) {
    private static final int SECONDS_AT_ONCE = 4;

    static Limits of(Settings settings) {
        return new Limits(
                settings.maxFramesPerSecond(),
                settings.maxFrameBytes(),
                settings.maxBadFrames(),
                settings.maxBatch(),
                settings.maxGroups());
    }

    /** How many frames may come at once. */
    long burst() {
        return (long) framesPerSecond * SECONDS_AT_ONCE;
    }

    void checkBatch(int subscriptions) throws TooMuch {
        if (subscriptions > batch)
            throw new TooMuch("A batch has %d subscriptions at most (updatable.max-batch).".formatted(batch));
    }

    void checkGroups(int watched) throws TooMuch {
        if (watched > groups)
            throw new TooMuch("A connection watches %d groups at most (updatable.max-groups).".formatted(groups));
    }
}
