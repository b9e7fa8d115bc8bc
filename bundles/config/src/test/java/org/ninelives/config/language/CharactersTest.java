package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.config.language.Reading.FILE;
import static org.ninelives.config.language.Reading.problems;
import static org.ninelives.config.language.Reading.read;
import static org.ninelives.config.language.Reading.tree;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.ninelives.config.language.SourceFiles.Kind;

class CharactersTest {

    private static ParsedConfiguration readLatin1(String text) {
        return read(new FakeFiles().file(FILE, text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void carriageReturnsBeforeLineEndsDoNotCount() {
        assertThat(tree(readLatin1("a {\r\nb\r\n}\r\r\nc\r"))).containsExactly("a {", " b", "c");
    }

    @Test
    void aByteOrderMarkDoesNotCount() {
        assertThat(tree("\uFEFFa b", "c")).containsExactly("a b", "c");
    }

    @Test
    void aLineWithANulIsIgnored() {
        ParsedConfiguration parsed = readLatin1("a\nb \0 c\nd");
        assertThat(problems(parsed))
                .containsExactly("keepalived.conf:2: the line has a NUL byte in it and is ignored");
        assertThat(tree(parsed)).containsExactly("a", "d");
    }

    @Test
    void textIsUtf8() {
        assertThat(tree("router_id 节点\uD83D\uDE00 # 注释，说明"))
                .containsExactly("router_id 节点\uD83D\uDE00");
    }

    @Test
    void textThatIsNotUtf8IsReadByteByByteAndReportedOnce() {
        ParsedConfiguration parsed = readLatin1("a \u00E9\n# \u00E9\nb \u00E8\n");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:1: is not UTF-8 and is read as ISO 8859-1; save it as"
                                + " UTF-8");
        assertThat(tree(parsed)).containsExactly("a \u00E9", "b \u00E8");
        assertThat(readLatin1("# \u00E9\nb").problems()).isEmpty();
    }

    @Test
    void fullWidthCharactersAreReadAsTheirAsciiTwins() {
        ParsedConfiguration parsed = read("a ｛", "b\u3000１００", "“c d”", "}", "e # （全角）");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:1: '｛' (U+FF5B) is read as '{'; write the ASCII character",
                        "keepalived.conf:2: the character U+3000 is read as a blank; write a blank",
                        "keepalived.conf:3: '“' (U+201C) is read as '\"'; write the ASCII"
                                + " character");
        assertThat(tree(parsed)).containsExactly("a {", " b 100", " \"c d\"", "e");
    }

    @Test
    void invisibleCharactersAreLeftOut() {
        ParsedConfiguration parsed = read("a\u200B b");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:1: the invisible character U+200B is left out; remove it");
        assertThat(tree(parsed)).containsExactly("a b");
    }

    @Test
    void quotedTextStaysAsItIs() {
        assertThat(tree("a \"（全角）\"")).containsExactly("a \"（全角）\"");
    }

    @Test
    void otherCommentMarksAreReported() {
        ParsedConfiguration parsed = read("// a {", "; b", "/* c */", "d");
        assertThat(parsed.problems())
                .hasSize(3)
                .allMatch(
                        problem ->
                                problem.message()
                                        .equals(
                                                "the line is ignored; if it is a comment, begin it"
                                                        + " with # or !"));
        assertThat(tree(parsed)).containsExactly("d");
    }

    @Test
    void aFileThatCannotBeReadIsOneProblem() {
        assertThat(read(new FakeFiles()).readable()).isFalse();
        assertThat(problems(read(new FakeFiles())))
                .containsExactly("keepalived.conf: does not exist");
        assertThat(problems(read(new FakeFiles().special(FILE, Kind.DIRECTORY))))
                .containsExactly("keepalived.conf: is a directory, not a file");
        assertThat(problems(read(new FakeFiles().special(FILE, Kind.SPECIAL))))
                .containsExactly("keepalived.conf: is not a regular file");
        assertThat(
                        problems(
                                read(
                                        new FakeFiles()
                                                .unreadable(
                                                        FILE,
                                                        "cannot be read: permission denied"))))
                .containsExactly("keepalived.conf: cannot be read: permission denied");
    }

    @Test
    void anEmptyFileIsAWarning() {
        ParsedConfiguration parsed = read("", "# nothing");
        assertThat(parsed.readable()).isTrue();
        assertThat(problems(parsed))
                .containsExactly("keepalived.conf: nothing is configured in it");
    }

    @Test
    void anExecutableFileIsReadWithAWarning() {
        assertThat(problems(read(new FakeFiles().special(FILE, Kind.EXECUTABLE)))).hasSize(2);
    }
}
