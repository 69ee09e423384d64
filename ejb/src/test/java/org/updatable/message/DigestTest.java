package org.updatable.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestTest {
    private static final Update TITLE = Update.value("post-1-title", "A");

    static List<Update> others() {
        return List.of(
                Update.value("post-1-title", "B"),
                Update.value("post-1-title", null),
                Update.value("post-1-title", ""),
                new UpdateValue("post-1-title", "A", true),
                Update.toggleClass("post-1-title", "A", true),
                Update.attribute("post-1-title", "title", "A"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatIsAnotherThingHasAnotherDigest(Update other) {
        assertThat(Digest.of(List.of(other))).isNotEqualTo(Digest.of(List.of(TITLE)));
    }

    @Test
    void theSameThingHasTheSameDigestInEveryGroup() {
        assertThat(Digest.of(List.of(TITLE.to("post-2-title")))).isEqualTo(Digest.of(List.of(TITLE)));
    }

    @Test
    void theOrderDoesNotMatter() {
        Update link = Update.attribute("post-1-title", "href", "/a");

        assertThat(Digest.of(List.of(TITLE, link)))
                .isEqualTo(Digest.of(List.of(link, TITLE)))
                .isNotEqualTo(Digest.of(List.of(TITLE)));
    }

    @Test
    void theLastThatIsSaidOfAThingCounts() {
        assertThat(Digest.of(List.of(Update.value("post-1-title", "before"), TITLE)))
                .isEqualTo(Digest.of(List.of(TITLE)));
    }

    /** Pages that are open have it. */
    @Test
    void itStaysTheSame() {
        assertThat(Digest.of(List.of(TITLE))).isEqualTo("1b4zlrzs7b50d");
    }
}
