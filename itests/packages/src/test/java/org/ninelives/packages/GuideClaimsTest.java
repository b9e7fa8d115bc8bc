package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.labs.Guide;

/** No command of the README and the guides is left to chance, and their links lead somewhere. */
class GuideClaimsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    static List<Path> pages() {
        return GuidePages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachBlockOfCommandsIsClaimed(Path page) {
        Guide guide = Guide.read(page);
        if (guide.steps().stream().anyMatch(step -> step.deed() != Guide.Deed.PEOPLE)) {
            assertThat(guide.scene())
                    .as("who plays it")
                    .isIn("pair", "balancing-nat", "balancing-dr", "translation");
        }
    }

    @Test
    void aTranslationHasTheCommandsAndFilesOfTheOriginal() {
        assertThat(steps("getting-started.zh-CN.md")).isEqualTo(steps("getting-started.md"));
    }

    /** Comments are for people, and so translated. */
    private static List<String> steps(String name) {
        return Guide.read(GuidePages.FOLDER.resolve(name)).steps().stream()
                .filter(step -> step.deed() != Guide.Deed.PEOPLE)
                .map(
                        step ->
                                step.deed()
                                        + " "
                                        + step.nodes()
                                        + " "
                                        + step.detail()
                                        + "\n"
                                        + step.text().replaceAll("(?m) *#.*$", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itsLinksLeadToFiles(Path page) throws IOException {
        Stream<String> links =
                LINK.matcher(Files.readString(page))
                        .results()
                        .map((MatchResult link) -> link.group(1));
        assertThat(links)
                .allSatisfy(link -> assertThat(page.resolveSibling(link).normalize()).exists());
    }
}
