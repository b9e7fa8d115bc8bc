package org.ninelives.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorSettingsTest {

    @Test
    void withoutPropertiesItListensOnLoopback() {
        ConnectorSettings settings = ConnectorSettings.from(property -> null);

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(9112);
        assertThat(settings.folders()).containsExactly(Path.of("/run/ninelives"));
    }

    @Test
    void theFolderOfSettingsIsTheFirstChoice() {
        assertThat(ConnectorSettings.from(Map.of("ninelives.etc", "/opt/n/etc")::get).folders())
                .containsExactly(Path.of("/opt/n/etc"), Path.of("/run/ninelives"));
    }

    @Test
    void portZeroIsOff() {
        assertThat(ConnectorSettings.from(Map.of("ninelives.jmx.port", "0")::get).isOff()).isTrue();
        assertThat(ConnectorSettings.from(Map.of("ninelives.jmx.port", " 7 ")::get).isOff())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "rmi", "1e3"})
    void aPortThatIsNoneIsRefusedWithItsRange(String port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorSettings.from(Map.of("ninelives.jmx.port", port)::get))
                .withMessageContaining("'" + port + "' is not in 0..65535");
    }
}
