package org.ninelives.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;

class ReadBlocksTest {

    private static final Keyword<Integer> PRIORITY =
            Keyword.value("priority", ArgumentTypes.integer(1, 255), 100, "Priority.");
    private static final Keyword<List<Located<String>>> TRACK =
            Keyword.list("track", ArgumentTypes.word("NAME"), "Interfaces.");
    private static final Keyword<Values> AUTHENTICATION =
            Keyword.block("authentication", BlockGrammar.of(PRIORITY), "Authentication.");
    private static final Keyword<List<Block<String>>> SERVER =
            Keyword.blocks(
                    "server", ArgumentTypes.word("NAME"), BlockGrammar.of(TRACK), "Servers.");
    private static final Keyword<List<Block<String>>> INSTANCE = instanceKeyword();

    private final Problems problems = new Problems();
    private final GrammarReader first = new GrammarReader(problems);

    private static Keyword<List<Block<String>>> instanceKeyword() {
        return Keyword.blocks(
                "instance",
                ArgumentTypes.word("NAME"),
                BlockGrammar.of(PRIORITY, TRACK, AUTHENTICATION, SERVER),
                "Instances.");
    }

    private static Statement line(int number, String text) {
        return Statement.line(new Position("k", number), text);
    }

    private static Statement instance(String priority) {
        return Statement.block(
                new Position("k", 10),
                "instance A",
                List.of(
                        line(11, "priority " + priority),
                        line(12, "track eth0"),
                        Statement.block(
                                new Position("k", 13),
                                "authentication",
                                List.of(line(14, "priority 7"))),
                        Statement.block(
                                new Position("k", 15),
                                "server S",
                                List.of(line(16, "track eth1")))));
    }

    private static Block<String> read(
            GrammarReader reader, Statement statement, Keyword<List<Block<String>>> keyword) {
        return reader.read(new Position("k", 0), List.of(statement), BlockGrammar.of(keyword))
                .get(keyword)
                .getFirst();
    }

    private GrammarReader after(GrammarReader earlier) {
        return new GrammarReader(problems, earlier.blocks());
    }

    @Test
    void theSameStatementsAreNotReadAgain() {
        Statement statement = instance("1");
        Block<String> before = read(first, statement, INSTANCE);

        Block<String> now = read(after(first), statement, INSTANCE);

        assertThat(now).isSameAs(before);
    }

    @Test
    void valuesThatHaveMovedKnowTheirLines() {
        Statement statement = instance("1");
        Block<String> before = read(first, statement, INSTANCE);

        Values now = read(after(first), statement.movedBy(100), INSTANCE).values();

        assertThat(now.isCopyOf(before.values())).isTrue();
        assertThat(now.position()).hasToString("k:110");
        assertThat(now.position(PRIORITY)).hasToString("k:111");
        assertThat(now.get(PRIORITY)).isEqualTo(1);
        assertThat(now.get(TRACK)).containsExactly(new Located<>("eth0", new Position("k", 112)));
        assertThat(now.get(AUTHENTICATION).position(PRIORITY)).hasToString("k:114");
        assertThat(now.get(SERVER).getFirst().values().get(TRACK).getFirst().position())
                .hasToString("k:116");
        assertThat(now.position(Keyword.withoutEffect("x", "y"))).hasToString("k:110");
        assertThat(before.values().position(PRIORITY)).hasToString("k:11");
    }

    @Test
    void valuesMoveAgainAndAgain() {
        Statement statement = instance("1");
        read(first, statement, INSTANCE);
        GrammarReader second = after(first);
        read(second, statement.movedBy(5), INSTANCE);

        Values now = read(after(second), statement.movedBy(-3), INSTANCE).values();

        assertThat(now.position(PRIORITY)).hasToString("k:8");
    }

    @Test
    void otherStatementsAreRead() {
        Block<String> before = read(first, instance("1"), INSTANCE);

        Block<String> now = read(after(first), instance("2"), INSTANCE);

        assertThat(now.values().isCopyOf(before.values())).isFalse();
        assertThat(now.values().get(PRIORITY)).isEqualTo(2);
    }

    @Test
    void aBlockWithAProblemIsReadAgainSoThatItIsToldAgain() {
        Statement wrong = instance("none");
        read(first, wrong, INSTANCE);

        read(after(first), wrong, INSTANCE);

        assertThat(problems.all()).hasSize(2);
        assertThat(problems.all().getLast()).isEqualTo(problems.all().getFirst());
    }

    @Test
    void anotherGrammarReadsAnew() {
        Statement statement = instance("1");
        Block<String> before = read(first, statement, INSTANCE);

        assertThat(read(after(first), statement, instanceKeyword())).isNotSameAs(before);
    }

    @Test
    void valuesThatWereReadTwiceSayTheSame() {
        Values before = read(first, instance("1"), INSTANCE).values();
        Values again = read(after(first), instance("1").movedBy(7), INSTANCE).values();
        Values anew =
                read(new GrammarReader(problems), instance("1").movedBy(7), INSTANCE).values();
        Values other = read(new GrammarReader(problems), instance("2"), INSTANCE).values();

        assertThat(again.saysTheSameAs(before)).isTrue();
        assertThat(anew.saysTheSameAs(before)).isTrue();
        assertThat(anew.isCopyOf(before)).isFalse();
        assertThat(other.saysTheSameAs(before)).isFalse();
        assertThat(other.saysTheSameAs(before, Set.of(PRIORITY))).isTrue();
        assertThat(other.saysTheSameAs(before, Set.of(TRACK))).isFalse();
    }

    @Test
    void oneKeywordMoreOrABlockThatDiffersIsNotTheSame() {
        Statement alone = Statement.block(new Position("k", 1), "instance A", List.of());
        Values none = read(first, alone, INSTANCE).values();
        Values some = read(first, instance("1"), INSTANCE).values();
        Statement renamed =
                Statement.block(
                        new Position("k", 10),
                        "instance A",
                        List.of(
                                Statement.block(
                                        new Position("k", 11),
                                        "server T",
                                        List.of(line(12, "track eth1")))));
        Values server = read(first, renamed, INSTANCE).values();

        assertThat(none.saysTheSameAs(some)).isFalse();
        assertThat(some.saysTheSameAs(none)).isFalse();
        assertThat(some.saysTheSameAs(server, Set.of(PRIORITY, TRACK, AUTHENTICATION))).isFalse();
    }
}
