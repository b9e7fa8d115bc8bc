package org.ninelives.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;

/** Statements that begin with no keyword, in blocks that have a use for them. */
class OtherStatementsTest {

    private static final EntryType<String> ENTRY =
            new EntryType<>() {
                @Override
                public BlockGrammar grammar() {
                    return BlockGrammar.of(
                            Keyword.value("(address entry)", ArgumentTypes.word("IP"), "", "One."));
                }

                @Override
                public String parse(Arguments arguments) throws InvalidArgumentException {
                    return arguments.take("an address") + " " + arguments.take("a port");
                }

                @Override
                public String allowed() {
                    return "IP PORT";
                }
            };

    private static final Keyword<List<Located<String>>> LINES =
            Keyword.entries("group", ENTRY, "Lines.");
    private static final Keyword<List<Block<String>>> GROUP =
            Keyword.blocks(
                    "group",
                    ArgumentTypes.word("NAME"),
                    BlockGrammar.none().withOthers(LINES),
                    "A group.");

    private static final Keyword<Integer> WEIGHT =
            Keyword.value("weight", ArgumentTypes.integer(0, 9), 1, "Weight.");
    private static final Keyword<List<Located<String>>> UNKNOWN =
            Keyword.unknownBlocks("(checker)", "Checkers.");
    private static final Keyword<List<Block<String>>> SERVER =
            Keyword.blocks(
                    "server",
                    ArgumentTypes.word("IP"),
                    BlockGrammar.of(WEIGHT).withOthers(UNKNOWN),
                    "A server.");

    private final Problems problems = new Problems();

    private static Statement line(int number, String text) {
        return Statement.line(new Position("k", number), text);
    }

    private static Statement block(int number, String text, Statement... body) {
        return Statement.block(new Position("k", number), text, List.of(body));
    }

    private Values read(Statement statement) {
        return new GrammarReader(problems)
                .read(new Position("k", 0), List.of(statement), BlockGrammar.of(GROUP, SERVER));
    }

    private List<String> found() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    @Test
    void linesOfANamedBlockAreItsEntries() {
        Values root = read(block(1, "group G", line(2, "10.0.0.1 80"), line(3, "10.0.0.2 \"80\"")));

        Block<String> group = root.get(GROUP).getFirst();
        assertThat(group.header()).isEqualTo("G");
        assertThat(group.values().get(LINES))
                .containsExactly(
                        new Located<>("10.0.0.1 80", new Position("k", 2)),
                        new Located<>("10.0.0.2 80", new Position("k", 3)));
        assertThat(found()).isEmpty();
    }

    @Test
    void aWrongEntryIsLeftOutAlone() {
        Values root =
                read(
                        block(
                                1,
                                "group G",
                                line(2, "10.0.0.1"),
                                block(3, "10.0.0.2 80", line(4, "x")),
                                line(5, "10.0.0.3 80")));

        assertThat(root.get(GROUP).getFirst().values().get(LINES))
                .extracting(Located::value)
                .containsExactly("10.0.0.3 80");
        assertThat(found())
                .containsExactly(
                        "k:2: group: a port is missing, allowed: IP PORT",
                        "k:3: group: '10.0.0.2 80' cannot have a block here");
    }

    @Test
    void anUnknownBlockIsKeptForItsOwnerAndWhatIsInItIsNotRead() {
        Values root = read(block(1, "server A", block(2, "REDIS_CHECK", line(3, "weight 7"))));

        Values server = root.get(SERVER).getFirst().values();
        assertThat(server.get(UNKNOWN))
                .containsExactly(new Located<>("REDIS_CHECK", new Position("k", 2)));
        assertThat(server.get(WEIGHT)).isEqualTo(1);
        assertThat(found()).isEmpty();
    }

    @Test
    void anUnknownLineAmongBlocksIsAnError() {
        read(block(1, "server A", line(2, "wieght 7")));

        assertThat(found()).containsExactly("k:2: wieght: unknown keyword; did you mean 'weight'?");
    }

    @Test
    void aKeywordAddedLeavesTheOthersAsTheyAre() {
        Keyword<Integer> more = Keyword.value("more", ArgumentTypes.integer(0, 9), 0, "More.");
        BlockGrammar grammar = BlockGrammar.of(WEIGHT).withOthers(UNKNOWN).with(more);

        Values values =
                new GrammarReader(problems)
                        .read(
                                new Position("k", 0),
                                List.of(line(1, "weight 3"), line(2, "more 4"), block(3, "X")),
                                grammar);

        assertThat(values.get(WEIGHT)).isEqualTo(3);
        assertThat(values.get(more)).isEqualTo(4);
        assertThat(values.get(UNKNOWN)).extracting(Located::value).containsExactly("X");
    }

    @Test
    void theListingShowsWhatEntriesHold() {
        assertThat(GrammarListing.rows(BlockGrammar.of(GROUP, SERVER)))
                .containsExactly(
                        "(root)\tgroup",
                        "(root)\tserver",
                        "group\t(address entry)",
                        "server\tweight");
    }
}
