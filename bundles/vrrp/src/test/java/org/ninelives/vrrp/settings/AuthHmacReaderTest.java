package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.vrrp.wire.AuthHmac;
import org.ninelives.vrrp.wire.HmacKey;

class AuthHmacReaderTest {

    private static final String SECRET = "0123456789abcdefGHIJKLMNopqrstuv";
    private static final String HEX =
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private static ConfigText instanceWith(String lines, Map<String, String> files) {
        return ConfigText.of(
                """
                vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                advert_int 3
                virtual_ipaddress { 10.0.0.44/24 }
                %s
                }
                """
                        .formatted(lines),
                path ->
                        Optional.ofNullable(files.get(path))
                                .orElseThrow(
                                        () ->
                                                new UnreadableSecretException(
                                                        path + " does not exist"))
                                .getBytes(StandardCharsets.US_ASCII));
    }

    private static ConfigText hmac(String lines) {
        return instanceWith("auth_hmac {\n" + lines + "\n}", Map.of());
    }

    private static AuthHmac read(ConfigText text) {
        return (AuthHmac) text.instance().advert().authentication();
    }

    private static HmacKey bytesUpTo31(int id) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return new HmacKey(id, bytes);
    }

    @Test
    void keysAreWrittenInThreeWays() {
        ConfigText text =
                instanceWith(
                        """
                        auth_hmac {
                        key 1 %s
                        key 2 hex:%s
                        key 3 file:/etc/key
                        key 4 file:/etc/hex
                        active_key 2
                        }
                        """
                                .formatted(SECRET, HEX),
                        Map.of("/etc/key", SECRET + "\n", "/etc/hex", "hex:" + HEX + "\r\n"));

        HmacKey ascii = new HmacKey(1, SECRET.getBytes(StandardCharsets.US_ASCII));
        assertThat(text.problems()).isEmpty();
        assertThat(read(text).keys())
                .containsExactly(
                        ascii,
                        bytesUpTo31(2),
                        new HmacKey(3, SECRET.getBytes(StandardCharsets.US_ASCII)),
                        bytesUpTo31(4));
        assertThat(read(text).activeKeyId()).isEqualTo(2);
    }

    @Test
    void defaultsAreThoseOfKeepalived() {
        AuthHmac read = read(hmac("key 1 " + SECRET + "\nactive_key 1"));

        assertThat(read.mode()).isEqualTo(AuthHmac.Mode.ENFORCE);
        assertThat(read.antiReplay()).isEqualTo(AuthHmac.AntiReplay.TIME);
        assertThat(read.windowSeconds()).as("three adverts of 3 s").isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    key 1 SECRET                  ~ active_key is missing; VI_1 cannot run
                    key 1 SECRET ; active_key 2   ~ active_key 2 names no usable key; VI_1 cannot run
                    key 1 short ; active_key 1    ~ key 1 has 5 bytes; it needs 32..64
                    key 1 hex:abc ; active_key 1  ~ key 1 is not an even number of hexadecimal digits
                    key 1 file:/none ; active_key 1 ~ /none does not exist
                    active_key 1                  ~ active_key 1 names no usable key
                    """)
    void anInstanceThatCannotAuthenticateDoesNotRunUnprotected(String lines, String problem) {
        ConfigText text = hmac(lines.replace(" ; ", "\n").replace("SECRET", SECRET));

        assertThat(text.settings().instances()).isEmpty();
        assertThat(text.problems()).anyMatch(line -> line.contains(problem));
        assertThat(text.problems()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aKeyBesideTheActiveOneMayBeBad() {
        ConfigText text = hmac("key 1 " + SECRET + "\nkey 1 " + SECRET + "\nkey 2 x\nactive_key 1");

        assertThat(read(text).keys()).hasSize(1);
        assertThat(text.problems())
                .hasSize(2)
                .anyMatch(problem -> problem.contains("key 1 is there already"))
                .anyMatch(problem -> problem.contains("key 2 has 1 bytes"));
    }

    @Test
    void aTrailerReplacesThePassword() {
        ConfigText text =
                instanceWith(
                        "authentication { auth_type PASS\nauth_pass x }\nauth_hmac {\nkey 1 "
                                + SECRET
                                + "\nactive_key 1 }",
                        Map.of());

        assertThat(read(text).activeKeyId()).isEqualTo(1);
        assertThat(text.problems()).singleElement().asString().contains("beside auth_hmac");
    }

    @Test
    void aWindowIsForClocks() {
        ConfigText text =
                hmac("key 1 " + SECRET + "\nactive_key 1\nanti_replay monotonic\ntime_window 9");

        assertThat(text.problems()).singleElement().asString().contains("no effect with anti");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth_hmac {\nkey 1 " + SECRET + "\nactive_key 1 }",
                "auth_hmac {\nkey 1 file:/etc/key\nactive_key 1 }",
                "authentication { auth_type PASS\nauth_pass " + SECRET + " }",
                "authentication { auth_type AH\nauth_pass " + SECRET + " }"
            })
    void noTextShowsASecret(String lines) {
        ConfigText text = instanceWith(lines, Map.of("/etc/key", SECRET));
        ConfigText without = instanceWith("", Map.of());

        assertThat(text.settings().toString()).doesNotContain(SECRET.substring(0, 6));
        assertThat(text.problems()).noneMatch(problem -> problem.contains(SECRET.substring(0, 6)));
        assertThat(VrrpPlan.changes(without.settings(), text.settings()).toString())
                .contains("authentication")
                .doesNotContain(SECRET.substring(0, 6));
    }
}
