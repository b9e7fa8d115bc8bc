package org.ninelives.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the page about checkers shows. */
class CheckersPageTest {

    private static final String SOURCE =
            "itests/redis-check/src/main/java/org/example/redis/RedisCheck.java";

    @Test
    void theCheckerItShowsIsTheOneThatIsTested() throws IOException {
        String page = Files.readString(House.ROOT.resolve("distribution/doc/checkers.md"));
        String source = Files.readString(House.ROOT.resolve(SOURCE));

        String shown = source.substring(source.indexOf("/** {@code REDIS_CHECK"));
        assertThat(page).contains("```java\n" + shown + "```");
        assertThat(source.lines()).hasSizeLessThan(100);
    }

    @Test
    void theCheckerNeedsNothingOfTheProductButItsContracts() throws IOException {
        assertThat(Files.readString(House.ROOT.resolve(SOURCE)).lines())
                .filteredOn(line -> line.startsWith("import org.ninelives."))
                .isNotEmpty()
                .allMatch(line -> line.matches("import org\\.ninelives\\.(api|config)\\..*"));
    }
}
