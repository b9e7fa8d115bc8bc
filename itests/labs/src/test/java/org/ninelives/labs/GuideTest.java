package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.labs.Guide.Deed;

class GuideTest {

    @Test
    void aCommentRightAboveABlockSaysWhatBecomesOfIt() {
        Guide guide =
                Guide.parse(
                        "x.md",
                        """
                        <!-- scene pair -->
                        # X

                        <!-- file /etc/x.conf on a b -->
                        ```
                        size 3
                        ```

                        <!-- on client until ^3$ -->
                        ```sh
                        x --print
                        ```

                        <!-- people: it never ends -->
                        ```sh
                        x --forever
                        ```

                        ```text
                        3
                        ```
                        """);

        assertThat(guide.scene()).isEqualTo("pair");
        assertThat(guide.steps())
                .containsExactly(
                        new Guide.Step(
                                "x.md:4", Deed.FILE, List.of("a", "b"), "/etc/x.conf", "size 3\n"),
                        new Guide.Step("x.md:9", Deed.ON, List.of("client"), "^3$", "x --print\n"),
                        new Guide.Step(
                                "x.md:14",
                                Deed.PEOPLE,
                                List.of(),
                                "it never ends",
                                "x --forever\n"));
    }

    @Test
    void commandsThatNobodyRunsAreAMistake() {
        assertThatThrownBy(() -> Guide.parse("x.md", "Do:\n\n```sh\nreboot\n```\n"))
                .hasMessageContaining("x.md:2: nobody says where");
        assertThatThrownBy(() -> Guide.parse("x.md", "<!-- file x on a -->\n```\n```\n"))
                .hasMessageContaining("x.md:1: not 'PATH on NODE'");
    }
}
