package org.ninelives.launcher.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ninelives.testkit.ManualPage;

class OptionTest {

    /** The manual page names these by their letters, in one sentence: they have no effect. */
    private static final Set<Option> BY_LETTER =
            Set.of(
                    Option.SNMP,
                    Option.SNMP_AGENT_SOCKET,
                    Option.CORE_DUMP,
                    Option.CORE_DUMP_PATTERN,
                    Option.NAMESPACE);

    @ParameterizedTest
    @EnumSource
    void theManualPageHasIt(Option option) throws IOException {
        String page = ManualPage.named("ninelived.8").text().replace("\\-", "-");
        assertThat(page)
                .matches(
                        text ->
                                text.contains("--" + option.longName())
                                        || BY_LETTER.contains(option));
    }
}
