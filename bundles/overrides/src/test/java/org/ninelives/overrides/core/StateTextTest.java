package org.ninelives.overrides.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.overrides.core.Samples.priority;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;

class StateTextTest {

    private static final StateText TWO =
            new StateText(
                    "123-456",
                    List.of(
                            priority("VI_1", 150, 1000, 0, Lasting.UNTIL_REVERTED),
                            new LiveOverride(
                                    new OverrideKey(OverrideKind.STANDBY, "odd\t\\name\r\nüber"),
                                    LiveOverride.ON,
                                    "who\tever",
                                    1000,
                                    2000,
                                    Lasting.UNTIL_RELOAD)));

    private static byte[] sealed(String body) {
        CRC32C sum = new CRC32C();
        sum.update(body.getBytes(StandardCharsets.UTF_8));
        String end = "end " + HexFormat.of().toHexDigits((int) sum.getValue()) + "\n";
        return (body + end).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasWrittenIsRead() throws DamagedStateException {
        assertThat(StateText.of(TWO.bytes())).isEqualTo(TWO);
        StateText none = new StateText("1", List.of());
        assertThat(StateText.of(none.bytes())).isEqualTo(none);
    }

    @Test
    void aFileThatIsCutAnywhereIsRefused() {
        byte[] whole = TWO.bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> StateText.of(cut))
                    .as("cut after %d bytes", length)
                    .isInstanceOf(DamagedStateException.class);
        }
    }

    @Test
    void aFileWithAnyOtherByteIsRefused() {
        byte[] whole = TWO.bytes();
        for (int place = 0; place < whole.length; place++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] other = whole.clone();
                other[place] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> StateText.of(other))
                        .as("bit %d of byte %d", bit, place)
                        .isInstanceOf(DamagedStateException.class);
            }
        }
    }

    @Test
    void aFileWithMoreBehindItsEndIsRefused() {
        byte[] longer = Arrays.copyOf(TWO.bytes(), TWO.bytes().length + 1);
        assertThatThrownBy(() -> StateText.of(longer)).isInstanceOf(DamagedStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "priority\tVI_1\t255\tlocal\t1\t0\tUNTIL_REVERTED",
                "priority\tVI_1\t0\tlocal\t1\t0\tUNTIL_REVERTED",
                "priority\tVI_1\tx\tlocal\t1\t0\tUNTIL_REVERTED",
                "standby\tVI_1\toff\tlocal\t1\t0\tUNTIL_REVERTED",
                "weight\tA B\t2147483648\tlocal\t1\t0\tUNTIL_REVERTED",
                "drain\tA B\t-1\tlocal\t1\t0\tUNTIL_REVERTED",
                "tracker-weight\tVI_1 script c\t255\tlocal\t1\t0\tUNTIL_REVERTED",
                "colour\tVI_1\t150\tlocal\t1\t0\tUNTIL_REVERTED",
                "priority\tVI_1\t150\tlocal\t0\t0\tUNTIL_REVERTED",
                "priority\tVI_1\t150\tlocal\t5\t5\tUNTIL_REVERTED",
                "priority\tVI_1\t150\tlocal\tsoon\t0\tUNTIL_REVERTED",
                "priority\tVI_1\t150\tlocal\t1\t0\tFOREVER",
                "priority\tVI_1\t150\tlocal\t1\t0",
                "priority\tVI_1\t150\tlocal\t1\t0\tUNTIL_REVERTED\tmore",
                "priority\tVI_1\\x\t150\tlocal\t1\t0\tUNTIL_REVERTED",
                "priority\tVI_1\\\t150\tlocal\t1\t0\tUNTIL_REVERTED",
                ""
            })
    void whatCannotBeIsRefusedWhateverItsChecksum(String line) {
        assertThatThrownBy(() -> StateText.of(sealed("ninelives-overrides 1 run\n" + line + "\n")))
                .isInstanceOf(DamagedStateException.class);
    }

    @Test
    void oneKeyMayNotStandTwice() {
        String line = "priority\tVI_1\t150\tlocal\t1\t0\tUNTIL_REVERTED\n";

        assertThatThrownBy(() -> StateText.of(sealed("ninelives-overrides 1 run\n" + line + line)))
                .hasMessage("it tells priority of VI_1 twice");
    }

    @Test
    void otherFormatsAreRefused() {
        assertThatThrownBy(() -> StateText.of(sealed("ninelives-overrides 2 run\n")))
                .hasMessageContaining("does not begin with");
    }
}
