package org.ninelives.dropin.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DropInSettingsTest {

    @Test
    void theFolderIsBesideTheProductUnlessOneIsNamed() {
        Map<String, String> home = Map.of("ninelives.home", "/opt/ninelives");
        assertThat(DropInSettings.from(home::get).folder())
                .isEqualTo(Path.of("/opt/ninelives/bundles.d"));
        assertThat(DropInSettings.from(home::get).running()).isTrue();
        assertThat(DropInSettings.from(home::get).checksumsRequired()).isFalse();

        Map<String, String> named =
                Map.of("ninelives.bundles.folder", " /srv/b ", "ninelives.mode", "config-test");
        assertThat(DropInSettings.from(named::get).folder()).isEqualTo(Path.of("/srv/b"));
        assertThat(DropInSettings.from(named::get).running()).isFalse();
    }

    @Test
    void checksumsAreRequiredWhereThatIsSaidOrMeant() {
        DropInSettings required = withChecksums("required");
        assertThat(required.checksumsRequired()).isTrue();
        assertThat(required.objection()).isEmpty();
        assertThat(withChecksums(" ").checksumsRequired()).isFalse();
        assertThat(withChecksums("optional").objection()).isEmpty();

        DropInSettings misspelt = withChecksums("require");
        assertThat(misspelt.checksumsRequired()).isTrue();
        assertThat(misspelt.objection())
                .contains(
                        "ninelives.bundles.checksums: 'require' is neither optional nor required;"
                                + " checksums are required");
    }

    private static DropInSettings withChecksums(String value) {
        return DropInSettings.from(Map.of("ninelives.bundles.checksums", value)::get);
    }
}
