package org.ninelives.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    @Test
    void theNearestNameIsMeant() {
        assertThat(Suggestion.nearest("chk_ngnix", List.of("chk_haproxy", "chk_nginx")))
                .contains("chk_nginx");
    }

    @Test
    void aWordLikeNoneIsNotGuessedAt() {
        assertThat(Suggestion.nearest("disk", List.of("chk_haproxy", "chk_nginx"))).isEmpty();
        assertThat(Suggestion.nearest("x".repeat(1000), List.of("x".repeat(999)))).isEmpty();
        assertThat(Suggestion.nearest("chk", List.of())).isEmpty();
    }
}
