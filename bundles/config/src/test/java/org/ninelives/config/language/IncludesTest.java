package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.config.language.Reading.FILE;
import static org.ninelives.config.language.Reading.problems;
import static org.ninelives.config.language.Reading.read;
import static org.ninelives.config.language.Reading.tree;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.config.Position;
import org.ninelives.config.language.SourceFiles.Kind;

class IncludesTest {

    private static FakeFiles directory(String... root) {
        return new FakeFiles()
                .file(FILE, root)
                .file("conf.d/a.conf", "a")
                .file("conf.d/b.conf", "b")
                .file("conf.d/c.txt", "c")
                .file("conf.d/.hidden.conf", "hidden")
                .file("other/a.conf", "other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conf.d/a.conf|a",
                "\"conf.d/a.conf\"|a",
                "conf.d/*.conf|a b",
                "conf.d/?.*|a b c",
                "conf.d/[ac].*|a c",
                "conf.d/[^ab].*|c",
                "conf.d/[a-b].conf|a b",
                "conf.d/.h*|hidden",
                "*/a.conf|a other",
                "./conf.d/../conf.d/a.conf|a",
                "{conf.d,other}/a.conf|a other",
                "{other,conf.d}/a.conf|other a",
                "conf.d/{b,a}.conf|b a",
                "conf.d/{b,{c,x}}.*|b c",
                "conf.d/\\a.conf|a",
            })
    void aPatternNamesFilesInOrder(String pattern, String statements) {
        ParsedConfiguration parsed = read(directory("include " + pattern));
        assertThat(String.join(" ", tree(parsed))).isEqualTo(statements);
        assertThat(parsed.problems()).isEmpty();
    }

    @Test
    void aPatternIsRelativeToTheFileItStandsIn() {
        FakeFiles files =
                new FakeFiles()
                        .file("/etc/k/keepalived.conf", "include sub/a.conf")
                        .file("/etc/k/sub/a.conf", "a", "include b.conf")
                        .file("/etc/k/sub/b.conf", "b");
        ParsedConfiguration parsed =
                ConfigurationReader.read("/etc/k/keepalived.conf", files, Reading.settings());
        assertThat(tree(parsed)).containsExactly("a", "b");
        assertThat(parsed.statements().getLast().position())
                .isEqualTo(new Position("/etc/k/sub/b.conf", 1));
        assertThat(parsed.files())
                .containsExactly(
                        "/etc/k/keepalived.conf", "/etc/k/sub/a.conf", "/etc/k/sub/b.conf");
    }

    @Test
    void wildcardsInTheNameOfTheDirectoryAreCharacters() {
        FakeFiles files =
                new FakeFiles()
                        .file("/etc/k[1]/keepalived.conf", "include *.inc")
                        .file("/etc/k[1]/a.inc", "a")
                        .file("/etc/k1/a.inc", "wrong");
        assertThat(
                        tree(
                                ConfigurationReader.read(
                                        "/etc/k[1]/keepalived.conf", files, Reading.settings())))
                .containsExactly("a");
    }

    @Test
    void anIncludeMayStandInABlockAndUseDefinitions() {
        assertThat(
                        tree(
                                read(
                                        directory(
                                                "$F=conf.d/a",
                                                "x {",
                                                "include ${F}.conf",
                                                "}",
                                                "y { include conf.d/{a,b}.conf }"))))
                .containsExactly("x {", " a", "y {", " a", " b");
    }

    @Test
    void definitionsGoOnInTheNextFile() {
        FakeFiles files =
                new FakeFiles().file(FILE, "$A=1", "include a", "x $A").file("a", "y $A", "$A=2");
        assertThat(tree(read(files))).containsExactly("y 1", "x 2");
    }

    @Test
    void aBlockEndsInTheFileItBeganIn() {
        FakeFiles files =
                new FakeFiles()
                        .file(FILE, "x {", "include a", "include b", "c", "}", "d")
                        .file("a", "a {")
                        .file("b", "}", "b");
        ParsedConfiguration parsed = read(files);
        assertThat(problems(parsed))
                .containsExactly(
                        "a:1: a: its block is not closed before the end of the file",
                        "b:1: }: no block is open here; this brace is ignored");
        assertThat(tree(parsed)).containsExactly("x {", " a {", " b", " c", "d");
    }

    @Test
    void aRootBlockInAnIncludedFileClosesTheBlockThatWasForgotten() {
        FakeFiles files =
                new FakeFiles()
                        .file(FILE, "vrrp_instance A {", "a", "include b")
                        .file("b", "vrrp_instance B { b }");
        ParsedConfiguration parsed = read(files);
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:1: vrrp_instance: its block is not closed before b:1");
        assertThat(tree(parsed))
                .containsExactly("vrrp_instance A {", " a", "vrrp_instance B {", " b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"include", "includer", "includeb"})
    void aFileThatIsMissingIsAWarning(String keyword) {
        assertThat(read(keyword + " none", "a").problems())
                .extracting(p -> p.severity() + " " + p)
                .containsExactly(
                        "WARNING keepalived.conf:1: " + keyword + ": there is no file none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"includem", "includew", "includea"})
    void aFileThatMustBeThereIsAnErrorIfItIsMissing(String keyword) {
        assertThat(read(keyword + " none", "a").problems())
                .extracting(p -> p.severity() + " " + p)
                .containsExactly("ERROR keepalived.conf:1: " + keyword + ": there is no file none");
    }

    @ParameterizedTest
    @CsvSource({"include,0", "includer,0", "includem,0", "includew,1", "includeb,0", "includea,1"})
    void aWildcardThatMatchesNothingMatters(String keyword, int errors) {
        assertThat(read(directory(keyword + " x*.conf", "a")).problems()).hasSize(errors);
    }

    @ParameterizedTest
    @CsvSource({"include,0", "includer,0", "includem,0", "includew,0", "includeb,1", "includea,1"})
    void anAlternativeThatMatchesNothingMatters(String keyword, int errors) {
        assertThat(problems(read(directory(keyword + " conf.d/{a,x}.conf"))))
                .hasSize(errors)
                .allMatch(problem -> problem.endsWith(": no file matches conf.d/x.conf"));
    }

    @ParameterizedTest
    @CsvSource({
        "include,WARNING",
        "includer,ERROR",
        "includem,ERROR",
        "includew,ERROR",
        "includeb,ERROR",
        "includea,ERROR"
    })
    void anUnreadableFileMatters(String keyword, String severity) {
        FakeFiles files =
                directory(keyword + " secret", "a")
                        .unreadable("secret", "cannot be read: permission denied");
        assertThat(read(files).problems())
                .extracting(p -> p.severity() + " " + p)
                .containsExactly(
                        severity
                                + " keepalived.conf:1: "
                                + keyword
                                + ": secret cannot be read: permission denied");
    }

    @Test
    void includeCheckHoldsForTheLinesThatFollow() {
        assertThat(
                        problems(
                                read(
                                        directory(
                                                "include none",
                                                "global_defs {",
                                                "include_check +match",
                                                "include none",
                                                "include x*",
                                                "include_check -match wildcard_match readable",
                                                "include x*",
                                                "include_check",
                                                "include conf.d/{a,x}.conf",
                                                "include_check wrong",
                                                "}"))))
                .containsExactly(
                        "keepalived.conf:1: include: there is no file none",
                        "keepalived.conf:4: include: there is no file none",
                        "keepalived.conf:7: include: no file matches x*",
                        "keepalived.conf:9: include: no file matches conf.d/x.conf",
                        "keepalived.conf:10: include_check: wrong is none of [+|-]read, match,"
                                + " wildcard_match, brace_match");
    }

    @Test
    void everyIncludeMayBeCheckedFromTheStart() {
        LanguageSettings strict =
                new LanguageSettings(
                        Reading.environment("one"),
                        Reading.ROOT_BLOCKS,
                        Set.of(IncludeCheck.values()));
        assertThat(ConfigurationReader.read(FILE, directory("include x*", "a"), strict).problems())
                .hasSize(1);
    }

    @Test
    void whatIsNoConfigurationIsSkipped() {
        FakeFiles files =
                directory("include *", "a")
                        .special("script", Kind.EXECUTABLE)
                        .special("pipe", Kind.SPECIAL);
        assertThat(problems(read(files)))
                .containsExactly(
                        "keepalived.conf:1: include: conf.d is a directory, not a file; it is"
                                + " skipped",
                        "keepalived.conf:1: include: keepalived.conf would include itself; it is"
                                + " skipped",
                        "keepalived.conf:1: include: other is a directory, not a file; it is"
                                + " skipped",
                        "keepalived.conf:1: include: pipe is not a regular file; it is skipped",
                        "keepalived.conf:1: include: script is executable, so it is no"
                                + " configuration; it is skipped");
    }

    @Test
    void filesThatIncludeEachOtherAreReported() {
        FakeFiles files =
                new FakeFiles()
                        .file(FILE, "include a")
                        .file("a", "x", "include ./sub/../keepalived.conf");
        ParsedConfiguration parsed = read(files);
        assertThat(problems(parsed))
                .containsExactly(
                        "a:2: include: ./sub/../keepalived.conf would include itself; it is"
                                + " skipped");
        assertThat(tree(parsed)).containsExactly("x");
    }

    @Test
    void includesHaveADeepestLevel() {
        FakeFiles files = new FakeFiles().file(FILE, "include 0", "x");
        for (int i = 0; i < 100; i++) {
            files.file("" + i, "include " + (i + 1));
        }
        assertThat(problems(read(files)))
                .containsExactly(
                        "31:1: include: includes are nested more than 32 deep; 32 is skipped");
    }

    @Test
    void aPatternIsNeeded() {
        assertThat(problems("include", "includes x"))
                .containsExactly(
                        "keepalived.conf:1: include: the name or pattern of a file is missing");
    }
}
