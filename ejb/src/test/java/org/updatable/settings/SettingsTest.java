package org.updatable.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void everySettingHasADefault() {
        Settings settings = new Settings(name -> Optional.empty());

        assertThat(settings.sendTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.silence()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.maxFramesPerSecond()).isEqualTo(50);
        assertThat(settings.maxFrameBytes()).isEqualTo(65_536);
        assertThat(settings.maxBadFrames()).isEqualTo(20);
        assertThat(settings.maxBatch()).isEqualTo(1000);
        assertThat(settings.maxGroups()).isEqualTo(5000);
        assertThat(settings.maxUpdateBytes()).isEqualTo(65_536);
    }

    @Test
    void eachLimitHasANameOfItsOwn() {
        Map<String, String> texts = Map.of(
                "updatable.max-frames-per-second", "1",
                "updatable.max-frame-bytes", "2",
                "updatable.max-bad-frames", "3",
                "updatable.max-batch", "4",
                "updatable.max-groups", "5",
                "updatable.max-update-bytes", "6");
        Settings settings = new Settings(name -> Optional.ofNullable(texts.get(name)));

        assertThat(settings.maxFramesPerSecond()).isEqualTo(1);
        assertThat(settings.maxFrameBytes()).isEqualTo(2);
        assertThat(settings.maxBadFrames()).isEqualTo(3);
        assertThat(settings.maxBatch()).isEqualTo(4);
        assertThat(settings.maxGroups()).isEqualTo(5);
        assertThat(settings.maxUpdateBytes()).isEqualTo(6);
    }

    @Test
    void aNumberThatIsTooLargeForALimitIsNoLimit() {
        assertThat(new Settings(name -> Optional.of("5000000000")).maxGroups()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void whoMayConnectHasDefaults() {
        Settings settings = new Settings(name -> Optional.empty());

        assertThat(settings.allowedOrigins()).isEmpty();
        assertThat(settings.trustsForwarded()).isFalse();
        assertThat(settings.maxConnectionsPerUser()).isEqualTo(100);
        assertThat(settings.maxConnectionsPerAddress()).isEqualTo(1000);
    }

    @Test
    void aListIsSeparatedByCommas() {
        Settings settings = with("updatable.allowed-origins", " https://a.example, https://b.example,,");

        assertThat(settings.allowedOrigins()).containsExactly("https://a.example", "https://b.example");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "' TRUE ', true", "false, false", "yes, false", "'', false"})
    void onlyTrueIsTrue(String text, boolean expected) {
        assertThat(with("updatable.trust-forwarded", text).trustsForwarded()).isEqualTo(expected);
    }

    @Test
    void aSweepIsATimeOrNever() {
        assertThat(with("updatable.sweep", "5s").sweep()).hasValue(Duration.ofSeconds(5));
        assertThat(with("updatable.sweep", "2 m").sweep()).hasValue(Duration.ofMinutes(2));
        assertThat(with("updatable.max-batch", "4").sweep()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "5", "often", "-1s", "9999999s"})
    void whatIsNoTimeIsNeverSwept(String text) {
        assertThat(with("updatable.sweep", text).sweep()).isEmpty();
    }

    @Test
    void aSettingIsReadByItsName() {
        assertThat(with("updatable.send-timeout-seconds", " 5 ").sendTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(with("updatable.max-connections-per-user", "6").maxConnectionsPerUser())
                .isEqualTo(6);
        assertThat(with("updatable.max-connections-per-address", "7").maxConnectionsPerAddress())
                .isEqualTo(7);
    }

    /** As here: the API of MicroProfile Config is on the class path, and nothing that implements it. */
    @Test
    void theProcessIsAskedWhereMicroProfileConfigIsNotImplemented() {
        System.setProperty("updatable.send-timeout-seconds", "7");
        try {
            assertThat(Settings.ofApplication().sendTimeout()).isEqualTo(Duration.ofSeconds(7));
        } finally {
            System.clearProperty("updatable.send-timeout-seconds");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "0", "-1", "1.5"})
    void whatMakesNoSenseLeavesTheDefault(String text) {
        assertThat(new Settings(name -> Optional.of(text)).sendTimeout()).isEqualTo(Duration.ofSeconds(20));
    }

    private static Settings with(String set, String text) {
        return new Settings(name -> name.equals(set) ? Optional.of(text) : Optional.empty());
    }
}
