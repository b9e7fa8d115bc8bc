package org.ninelives.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.configuration.ApplyException;
import org.ninelives.api.configuration.ConfigSection.Prepared;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.testkit.ConfigurationText;

class ServedTest {
    private static final Keyword<Optional<LoopbackAddress>> KEYWORD =
            Keyword.optional("address", word("ADDRESS:PORT").map(LoopbackAddress::of), "Where.");

    private final List<String> deeds = new ArrayList<>();
    private final Served<String> served =
            new Served<>(
                    KEYWORD,
                    address -> {
                        deeds.add("open " + address);
                        return address.toString();
                    },
                    address -> deeds.add("close " + address));

    private Prepared prepare(String line) {
        return served.prepare(
                ConfigurationText.of(
                                "global_defs {\n    " + line + "\n}\n",
                                BlockGrammar.none(),
                                BlockGrammar.of(KEYWORD))
                        .globalDefs());
    }

    @Test
    void nothingHappensBeforeItIsApplied() throws ApplyException {
        Prepared prepared = prepare("address 127.0.0.1:1");
        assertThat(deeds).isEmpty();
        assertThat(served.now()).isEmpty();

        prepared.apply();

        assertThat(deeds).containsExactly("open 127.0.0.1:1");
        assertThat(served.now()).contains("127.0.0.1:1");
    }

    @Test
    void theSameAddressGoesOnAndAnotherOneIsMadeAnew() throws ApplyException {
        prepare("address 127.0.0.1:1").apply();
        assertThat(prepare("address 127.0.0.1:1").changes())
                .hasToString("[KEEP address 127.0.0.1:1]");
        prepare("address 127.0.0.1:1").apply();
        assertThat(deeds).containsExactly("open 127.0.0.1:1");

        assertThat(prepare("address [::1]:2").changes())
                .hasToString("[ADD address [::1]:2, REMOVE address 127.0.0.1:1]");
        prepare("address [::1]:2").apply();

        assertThat(deeds).containsExactly("open 127.0.0.1:1", "close 127.0.0.1:1", "open [::1]:2");
    }

    @Test
    void withoutTheKeywordItEndsAndWithItItBeginsAgain() throws ApplyException {
        prepare("address 127.0.0.1:1").apply();
        prepare("").apply();
        assertThat(served.now()).isEmpty();
        assertThat(deeds).endsWith("close 127.0.0.1:1");

        prepare("address 127.0.0.1:1").apply();
        served.stop();

        assertThat(deeds)
                .containsExactly(
                        "open 127.0.0.1:1",
                        "close 127.0.0.1:1",
                        "open 127.0.0.1:1",
                        "close 127.0.0.1:1");
    }
}
