package org.ninelives.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Keyword;

/** A service whose process has another name than its keywords. */
class ThreadKeywordsTest {

    private static final ThreadKeywords CHECKER =
            new ThreadKeywords("checker", "lvs", "virtual servers");

    private final Problems problems = new Problems();

    private Optional<String> name(String... lines) {
        List<Keyword<?>> keywords = new ArrayList<>(ThreadKeywords.OF_ALL_THREADS);
        keywords.addAll(CHECKER.keywords());
        List<Statement> statements =
                Arrays.stream(lines)
                        .map(text -> Statement.line(new Position("k", 1), text))
                        .toList();
        return CHECKER.read(
                        new GrammarReader(problems)
                                .read(new Position("k", 0), statements, BlockGrammar.of(keywords)))
                .threadName();
    }

    @Test
    void itsThreadIsNamedAsTheProcess() {
        assertThat(name("process_names")).contains("keepalived_lvs");
        assertThat(name()).isEmpty();
    }

    @Test
    void theOldSpellingOfItsNameCountsWhereTheNewOneIsNotWritten() {
        assertThat(name("lvs_process_name old")).contains("old");
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        "k:1: lvs_process_name: is deprecated; write checker_process_name");
        assertThat(name("lvs_process_name old", "checker_process_name new", "process_names"))
                .contains("new");
    }

    @Test
    void aServiceWithOneNameHasNoOldSpelling() {
        assertThat(new ThreadKeywords("vrrp", "virtual routers").keywords())
                .extracting(Keyword::name)
                .contains("vrrp_process_name")
                .filteredOn(name -> name.endsWith("process_name"))
                .hasSize(1);
    }
}
