package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.config.language.Reading.problems;
import static org.ninelives.config.language.Reading.read;
import static org.ninelives.config.language.Reading.tree;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Position;
import org.ninelives.config.Statement;

class BlocksTest {

    @Test
    void bracesMayStandAnywhereOnALine() {
        assertThat(tree("a { b c }"))
                .isEqualTo(tree("a", "{", "b c", "}"))
                .isEqualTo(tree("a {b c}"))
                .isEqualTo(tree("a{", "b c }"))
                .containsExactly("a {", " b c");
    }

    @Test
    void oneLineMayHoldSeveralBlocks() {
        assertThat(tree("a { b { c } } d { e", "} f"))
                .containsExactly("a {", " b {", "  c", "d {", " e", "f");
    }

    @Test
    void anEmptyBlockIsABlock() {
        assertThat(read("a { }", "b {", "}", "c").statements())
                .extracting(Statement::hasBlock)
                .containsExactly(true, true, false);
    }

    @Test
    void bracesInDoubleQuotesAreText() {
        assertThat(tree("script \"if true; then { echo a; }; fi\""))
                .containsExactly("script \"if true; then { echo a; }; fi\"");
        assertThat(tree("script \"a \\\" { \" # }")).containsExactly("script \"a \\\" { \"");
    }

    @Test
    void anUnknownBlockIsOneStatement() {
        Statement unknown =
                read("vrrp_instance V {", "x {", "y", "}", "z", "}").statements().getFirst();
        assertThat(unknown.body()).extracting(Statement::text).containsExactly("x", "z");
    }

    @Test
    void aStatementKnowsTheLineOfItsKeyword() {
        Statement block = read("", "# text", "a", "{", "", "b", "}").statements().getFirst();
        assertThat(block.position()).isEqualTo(new Position("keepalived.conf", 3));
        assertThat(block.body().getFirst().position().line()).isEqualTo(6);
    }

    @Test
    void aMissingBraceAtTheEndNamesTheBlock() {
        assertThat(problems("a x {", "b", "", "c y {", "d { e }"))
                .containsExactly(
                        "keepalived.conf:1: a: its block is not closed before the end of the file",
                        "keepalived.conf:4: c: its block is not closed before the end of the file");
        assertThat(tree(read("a x {", "b {", "c"))).containsExactly("a x {", " b {", "  c");
    }

    @Test
    void aRootBlockInsideABlockTellsThatTheBlockWasNotClosed() {
        ParsedConfiguration parsed =
                read(
                        "vrrp_instance A {",
                        "state MASTER",
                        "",
                        "vrrp_instance B",
                        "{",
                        "x",
                        "}",
                        "y");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:1: vrrp_instance: its block is not closed before line 4");
        assertThat(tree(parsed))
                .containsExactly(
                        "vrrp_instance A {", " state MASTER", "vrrp_instance B {", " x", "y");
    }

    @Test
    void eachForgottenBraceIsOneError() {
        assertThat(problems("vrrp_instance A {", "virtual_ipaddress {", "vrrp_instance B { }"))
                .containsExactly(
                        "keepalived.conf:1: vrrp_instance: its block is not closed before line 3",
                        "keepalived.conf:2: virtual_ipaddress: its block is not closed before line"
                                + " 3");
    }

    @Test
    void theForgottenBraceMayComeLate() {
        assertThat(problems("vrrp_instance A {", "vrrp_instance B { }", "}"))
                .containsExactly(
                        "keepalived.conf:1: vrrp_instance: its block is not closed before line 2");
        assertThat(problems("vrrp_instance A {", "vrrp_instance B { }", "}", "}")).hasSize(2);
    }

    @Test
    void aRootKeywordWithoutBlockIsAnOrdinaryWord() {
        assertThat(tree("a {", "vrrp_instance", "}")).containsExactly("a {", " vrrp_instance");
    }

    @Test
    void anExtraClosingBraceIsIgnored() {
        ParsedConfiguration parsed = read("a { b }", "}", "c { d }");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:2: }: no block is open here; this brace is ignored");
        assertThat(tree(parsed)).containsExactly("a {", " b", "c {", " d");
    }

    @Test
    void aBlockWithoutKeywordIsLeftOut() {
        ParsedConfiguration parsed = read("a {", "b", "c { }", "{", "d { e }", "}", "f", "}");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:4: {: no keyword stands before this brace; its block is"
                                + " skipped");
        assertThat(tree(parsed)).containsExactly("a {", " b", " c {", " f");
    }

    @Test
    void aDoubledOpeningBraceIsIgnoredWithItsPartner() {
        ParsedConfiguration parsed = read("a {", "{", "b", "}", "c", "}", "d");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:2: {: the block is open already; this brace is ignored");
        assertThat(tree(parsed)).containsExactly("a {", " b", " c", "d");
    }

    @Test
    void blocksHaveADeepestLevel() {
        String deep = String.join(" ", Collections.nCopies(100_000, "a {"));
        ParsedConfiguration parsed =
                read(deep, String.join("", Collections.nCopies(100_000, "}")), "b");
        assertThat(problems(parsed)).hasSize(1).first().asString().contains("more than 64 deep");
        assertThat(tree(parsed)).hasSize(65).endsWith("b");
    }

    @Test
    void anUnclosedQuoteIsClosedAtTheEndOfTheLine() {
        ParsedConfiguration parsed = read("a \"b { c", "d");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:1: a double quote is not closed; it is closed at the end"
                                + " of the line");
        assertThat(tree(parsed)).containsExactly("a \"b { c\"", "d");
    }
}
