package org.ninelives.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.Severity;
import org.ninelives.config.Statement;

class GrammarReaderTest {

    private enum State {
        MASTER,
        BACKUP
    }

    private static final EntryType<String> ENTRY =
            new EntryType<>() {
                @Override
                public BlockGrammar grammar() {
                    return BlockGrammar.named(
                            "ADDR-ENTRY",
                            List.of(Keyword.value("dev", ArgumentTypes.word("NAME"), "", "Link.")));
                }

                @Override
                public String parse(Arguments arguments) throws InvalidArgumentException {
                    return arguments.take("an address");
                }

                @Override
                public String allowed() {
                    return "IP";
                }
            };

    private static final Keyword<Integer> VRID =
            Keyword.value("virtual_router_id", ArgumentTypes.integer(1, 255), 0, "Group.");
    private static final Keyword<Optional<State>> STATE =
            Keyword.optional("state", ArgumentTypes.oneOf(State.class), "First state.");
    private static final Keyword<Boolean> ACCEPT =
            Keyword.value("accept", ArgumentTypes.bool(), false, "Accept.");
    private static final Keyword<Long> INTERVAL =
            Keyword.value("advert_int", ArgumentTypes.seconds("0.01", "255"), 1L, "Interval.");
    private static final Keyword<List<Located<String>>> INTERFACE =
            Keyword.list("interface", ArgumentTypes.word("NAME"), "Links.");
    private static final Keyword<Boolean> MASK =
            Keyword.withoutEffect("nat_mask", "has no effect since kernel 2.6");
    private static final Keyword<String> PASS =
            Keyword.value("auth_pass", ArgumentTypes.word("PASSWORD"), "", "Password.");
    private static final Keyword<Values> AUTHENTICATION =
            Keyword.block("authentication", BlockGrammar.of(PASS, STATE), "Authentication.");
    private static final Keyword<List<Located<String>>> ADDRESSES =
            Keyword.entries("virtual_ipaddress", ENTRY, "Addresses.");
    private static final Keyword<Boolean> UNICAST =
            Keyword.value("unicast_src_ip", ArgumentTypes.nothing(), false, "Source.");
    private static final Keyword<List<Block<String>>> INSTANCES =
            Keyword.blocks(
                    "vrrp_instance",
                    ArgumentTypes.word("NAME"),
                    BlockGrammar.of(
                            VRID,
                            STATE,
                            ACCEPT,
                            INTERVAL,
                            INTERFACE,
                            MASK,
                            AUTHENTICATION,
                            ADDRESSES,
                            UNICAST),
                    "One virtual router.");
    private static final BlockGrammar ROOT =
            BlockGrammar.of(INSTANCES, Keyword.block("state", BlockGrammar.none(), "Shared."));

    private final Problems problems = new Problems();
    private int line;

    private Statement line(String text) {
        return Statement.line(new Position("k", ++line), text);
    }

    private Statement block(String text, Statement... body) {
        return Statement.block(new Position("k", 100), text, Arrays.asList(body));
    }

    private Values instance(Statement... body) {
        Values root =
                new GrammarReader(problems)
                        .read(new Position("k", 0), List.of(block("vrrp_instance V", body)), ROOT);
        return root.get(INSTANCES).getFirst().values();
    }

    private List<String> found() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    @Test
    void valuesAreFoundByTheirKeywords() {
        Values values =
                instance(
                        line("virtual_router_id 51"),
                        line("state MASTER"),
                        line("accept"),
                        line("interface a"),
                        line("interface b"),
                        block("authentication", line("auth_pass \"a b\"")),
                        block("virtual_ipaddress", line("10.0.0.1"), line("10.0.0.2")));
        assertThat(found()).isEmpty();
        assertThat(values.get(VRID)).isEqualTo(51);
        assertThat(values.get(STATE)).contains(State.MASTER);
        assertThat(values.get(ACCEPT)).isTrue();
        assertThat(values.get(INTERFACE)).extracting(Located::value).containsExactly("a", "b");
        assertThat(values.get(AUTHENTICATION).get(PASS)).isEqualTo("a b");
        assertThat(values.get(ADDRESSES))
                .extracting(Located::value)
                .containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(values.position(STATE)).isEqualTo(new Position("k", 2));
    }

    @Test
    void whatIsAbsentHasItsDefault() {
        Values values = instance();
        assertThat(values.get(VRID)).isZero();
        assertThat(values.get(STATE)).isEmpty();
        assertThat(values.get(INTERFACE)).isEmpty();
        assertThat(values.isSet(AUTHENTICATION)).isFalse();
        assertThat(values.get(AUTHENTICATION).get(PASS)).isEmpty();
        assertThat(values.position(VRID)).isEqualTo(new Position("k", 100));
    }

    @Test
    void aWrongValueIsOneErrorAndTheRestCounts() {
        Values values =
                instance(
                        line("virtual_router_id 0"),
                        line("virtual_router_id x"),
                        line("state SLAVE"),
                        line("accept maybe"),
                        line("advert_int 0.001"),
                        line("advert_int -1"),
                        line("interface a"));
        assertThat(found())
                .containsExactly(
                        "k:1: virtual_router_id: 0 is not in 1..255",
                        "k:2: virtual_router_id: x is not a whole number in 1..255",
                        "k:3: state: SLAVE is none of MASTER|BACKUP",
                        "k:4: accept: maybe is none of true, on, yes, false, off, no",
                        "k:5: advert_int: 0.001 is not in 0.01..255 seconds",
                        "k:6: advert_int: -1 is not a decimal number in 0.01..255 seconds");
        assertThat(values.isSet(VRID)).isFalse();
        assertThat(values.get(INTERFACE)).hasSize(1);
    }

    @Test
    void aMissingWordHasAKindOfItsOwn() {
        instance(line("virtual_router_id"));
        assertThat(problems.all())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(Problem.Kind.MISSING_ARGUMENT);
                            assertThat(problem.toString())
                                    .isEqualTo(
                                            "k:1: virtual_router_id: a number is missing, allowed:"
                                                    + " 1..255");
                        });
    }

    @Test
    void surplusWordsAreAWarningAndTheValueCounts() {
        Values values = instance(line("virtual_router_id 51 // group"));
        assertThat(found())
                .containsExactly("k:1: virtual_router_id: '// group' is too much and ignored");
        assertThat(problems.worst()).contains(Severity.WARNING);
        assertThat(values.get(VRID)).isEqualTo(51);
    }

    @Test
    void anUnknownKeywordIsOneProblemWithAGuess() {
        instance(
                line("virtual_router_ID 5"),
                line("unicast src_ip 10.1.1.2"),
                block("authentification", line("auth_pass x"), block("y", line("z"))),
                line("colour red"));
        assertThat(found())
                .containsExactly(
                        "k:1: virtual_router_ID: unknown keyword; did you mean"
                                + " 'virtual_router_id'?",
                        "k:2: unicast: unknown keyword; did you mean 'unicast_src_ip'?",
                        "k:100: authentification: unknown keyword, its block is skipped; did you"
                                + " mean 'authentication'?",
                        "k:5: colour: unknown keyword");
    }

    @Test
    void secondsAreReadToTheMicrosecond() {
        assertThat(instance(line("advert_int 0.0100001")).get(INTERVAL)).isEqualTo(10_001_000L);
        assertThat(problems.worst()).contains(Severity.WARNING);
        assertThat(instance(line("advert_int 1.")).get(INTERVAL)).isEqualTo(1_000_000_000L);
        assertThat(instance(line("advert_int .5")).get(INTERVAL)).isEqualTo(500_000_000L);
    }

    @Test
    void aKeywordWithoutEffectIsANote() {
        instance(line("nat_mask 255.255.255.0"));
        assertThat(found()).containsExactly("k:1: nat_mask: has no effect since kernel 2.6");
        assertThat(problems.worst()).contains(Severity.NOTE);
    }

    @Test
    void aRepeatedBlockIsOneBlock() {
        Values values =
                instance(
                        block("authentication", line("auth_pass x"), line("state MASTER")),
                        block("authentication", line("auth_pass y")),
                        block("virtual_ipaddress", line("a")),
                        block("virtual_ipaddress", line("b")));
        assertThat(values.get(AUTHENTICATION).get(PASS)).isEqualTo("y");
        assertThat(values.get(AUTHENTICATION).get(STATE)).contains(State.MASTER);
        assertThat(values.get(ADDRESSES)).hasSize(2);
    }

    @Test
    void bracesBelongToBlocksOnly() {
        instance(
                block("virtual_router_id 5", line("x")),
                line("authentication"),
                line("virtual_ipaddress"),
                block("virtual_ipaddress", block("10.0.0.1", line("x"))));
        assertThat(found())
                .containsExactly(
                        "k:100: virtual_router_id: takes no block in braces; the block is skipped",
                        "k:2: authentication: its block in braces { } is missing",
                        "k:3: virtual_ipaddress: its block in braces { } is missing",
                        "k:100: virtual_ipaddress: '10.0.0.1' cannot have a block here");
    }

    @Test
    void theListingHasEachKeywordUnderItsBlock() {
        assertThat(GrammarListing.rows(ROOT))
                .startsWith("(root)\tvrrp_instance", "(root)\tstate")
                .contains(
                        "vrrp_instance\tauthentication",
                        "vrrp_instance/authentication\tauth_pass",
                        "ADDR-ENTRY\tdev")
                .doesNotHaveDuplicates();
    }

    @Test
    void aRootBlockThatIsAlsoAnInnerWordTellsNothing() {
        assertThat(GrammarListing.rootBlocks(ROOT)).containsExactly("vrrp_instance");
    }

    @Test
    void aDeferredLineIsReadWhenItsMeaningIsKnown() {
        EntryType<String> deferred = new DeferredEntry(ENTRY.grammar(), "IP");
        Keyword<List<Located<String>>> routes = Keyword.entries("routes", deferred, "Routes.");
        Problems problems = new Problems();
        GrammarReader reader = new GrammarReader(problems);
        Position line = new Position("f", 2);
        Statement block =
                Statement.block(
                        new Position("f", 1),
                        "routes",
                        List.of(Statement.line(line, "10.0.0.0/8 \"via\" x")));
        List<Located<String>> kept =
                reader.read(new Position("f", 0), List.of(block), BlockGrammar.of(routes))
                        .get(routes);

        assertThat(kept).containsExactly(new Located<>("10.0.0.0/8 \"via\" x", line));
        assertThat(reader.read(kept.getFirst(), "routes", ENTRY))
                .contains(new Located<>("10.0.0.0/8", line));
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly("f:2: routes: 'via x' is too much and ignored");
    }
}
