package org.ninelives.page.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.testkit.ConfigurationText;

class PageGrammarTest {

    private static ConfigurationText read(String line) {
        return ConfigurationText.of(
                "global_defs {\n    " + line + "\n}\n",
                BlockGrammar.none(),
                PageGrammar.GLOBAL_DEFS);
    }

    @Test
    void aLoopbackAddressTurnsItOn() {
        ConfigurationText read = read("status_page_address 127.0.0.1:9113");

        assertThat(read.lines()).isEmpty();
        assertThat(read.globalDefs().get(PageGrammar.STATUS_PAGE_ADDRESS))
                .get()
                .hasToString("127.0.0.1:9113");
        assertThat(read("").globalDefs().get(PageGrammar.STATUS_PAGE_ADDRESS)).isEmpty();
    }

    @Test
    void anotherAddressIsAnError() {
        assertThat(read("status_page_address 0.0.0.0:9113").lines())
                .singleElement()
                .asString()
                .startsWith("ERROR test.conf:2: status_page_address: 0.0.0.0 is not a loopback");
    }
}
