package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateUserTest {

    @Test
    void itIsTheCommonName() {
        assertThat(CertificateUser.of("CN=alice")).isEqualTo("alice");
        assertThat(CertificateUser.of("CN=alice,OU=Ops,O=Example,C=DE")).isEqualTo("alice");
        assertThat(CertificateUser.of("O=Example,CN=alice+UID=7")).isEqualTo("alice");
        assertThat(CertificateUser.of("CN=a\\,CN\\=b")).isEqualTo("a,CN=b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "O=Example", "CN=alice,CN=control", "CN=alice+CN=control", "what"})
    void oneWithoutExactlyOneNameIsNobodys(String name) {
        assertThat(CertificateUser.of(name)).isEmpty();
    }
}
