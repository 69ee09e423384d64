package org.updatable.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void everySettingHasADefault() {
        assertThat(new Settings(name -> Optional.empty()).sendTimeout()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aSettingIsReadByItsName() {
        Settings settings = new Settings(
                name -> name.equals("updatable.send-timeout-seconds") ? Optional.of(" 5 ") : Optional.empty());

        assertThat(settings.sendTimeout()).isEqualTo(Duration.ofSeconds(5));
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
}
