package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Statement;

class EffectiveTextTest {

    private static final String WRITTEN =
            """
            global_defs {
                smtp_user lb01
                smtp_password sesame
            }
            vrrp_instance VI_1 {
                priority 100
                authentication {
                    auth_type PASS
                    auth_pass 1111
                }
                auth_hmac {
                    key 1 hex:0011
                }
            }
            SSL {
                password tiger
                key /etc/ssl/key.pem
            }
            """;

    private final List<Statement> statements = parse(WRITTEN);

    @Test
    void theWholeTextSaysTheSameAgain() {
        assertThat(EffectiveText.whole(statements)).isEqualTo(WRITTEN);
        assertThat(EffectiveText.whole(parse(EffectiveText.whole(statements)))).isEqualTo(WRITTEN);
    }

    @Test
    void secretsAreMaskedAndNothingElse() {
        assertThat(EffectiveText.masked(statements))
                .isEqualTo(
                        WRITTEN.replace("1111", "****")
                                .replace("1 hex:0011", "****")
                                .replace("tiger", "****")
                                .replace("sesame", "****"));
    }

    private static List<Statement> parse(String text) {
        return new Loader(new TextSource(text), KnownKeywords.load())
                .read(List.of())
                .parsed()
                .statements();
    }
}
