package org.ninelives.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceLawsTest {

    @Test
    void javaFilesKeepTheirLaws() {
        assertThat(complaints(file -> file.toString().endsWith(".java"), SourceLaws::javaFile))
                .isEmpty();
    }

    @Test
    void childPomsStaySmall() {
        assertThat(complaints(SourceLawsTest::isChildPom, SourceLaws::childPom)).isEmpty();
    }

    @Test
    void noWorkIsPutOffInOtherFiles() {
        assertThat(
                        complaints(
                                file -> file.toString().matches(".*\\.(xml|sh|md|properties)"),
                                SourceLaws::text))
                .isEmpty();
    }

    @Test
    void aLongFileIsNoticed() {
        assertThat(SourceLaws.javaFile("A.java", Collections.nCopies(401, "")))
                .containsExactly("A.java: has 401 lines, more than 400");
        assertThat(SourceLaws.javaFile("A.java", Collections.nCopies(400, ""))).isEmpty();
    }

    @Test
    void aPromiseIsNoticed() {
        assertThat(SourceLaws.javaFile("A.java", List.of("", "// TO" + "DO: later")))
                .containsExactly("A.java:2: work put off belongs in an issue");
    }

    @Test
    void anExportWithoutVersionIsNoticed() {
        assertThat(SourceLaws.javaFile("x/package-info.java", List.of("@Export", "package x;")))
                .hasSize(1);
        assertThat(
                        SourceLaws.javaFile(
                                "x/package-info.java",
                                List.of("@Export", "@Version(\"1.0.0\")", "package x;")))
                .isEmpty();
    }

    @Test
    void aLongChildPomIsNoticed() {
        assertThat(SourceLaws.childPom("pom.xml", Collections.nCopies(30, ""))).hasSize(1);
        assertThat(SourceLaws.childPom("pom.xml", Collections.nCopies(29, ""))).isEmpty();
    }

    private static boolean isChildPom(Path file) {
        return House.ROOT
                .relativize(file)
                .toString()
                .matches("((bundles|itests)/[^/]+|distribution(/[^/]+)?)/pom\\.xml");
    }

    private static List<String> complaints(
            Predicate<Path> wanted, BiFunction<String, List<String>, List<String>> law) {
        List<Path> files = House.sources(wanted);
        assertThat(files).isNotEmpty();
        return files.stream().flatMap(file -> complaints(file, law)).toList();
    }

    private static Stream<String> complaints(
            Path file, BiFunction<String, List<String>, List<String>> law) {
        return law.apply(House.ROOT.relativize(file).toString(), House.lines(file)).stream();
    }
}
