package org.ninelives.notify.email.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of transcripts: lines of commands, {@code ----}, what they come to, an empty line. */
class OutboxTest {

    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final String ANSWER = "----";

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void itDoesWhatTheTranscriptSays(Path file) throws IOException {
        String written = Files.readString(file);

        assertThat(replay(written)).isEqualTo(written);
    }

    /** The same text with what the commands come to today. */
    private static String replay(String written) {
        OutboxTranscript outbox = new OutboxTranscript();
        List<String> lines = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        boolean answering = false;
        for (String line : written.lines().toList()) {
            if (line.equals(ANSWER)) {
                lines.add(line);
                lines.addAll(answers);
                answers.clear();
                answering = true;
            } else if (line.isEmpty()) {
                lines.add(line);
                answering = false;
            } else if (!answering) {
                lines.add(line);
                if (!line.startsWith("#")) {
                    answers.addAll(outbox.after(line));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void settingsWithoutRecipientAreNone() {
        assertThatThrownBy(
                        () ->
                                new OutboxSettings(
                                        List.of(),
                                        1,
                                        new OutboxSettings.Retries(1, 1, 1),
                                        new OutboxSettings.DigestSettings(0, 1),
                                        1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDigestSaysHowManyItLeavesOut() {
        Digest digest = new Digest();
        OutboxSettings.DigestSettings settings = new OutboxSettings.DigestSettings(10, 1);
        for (int i = 0; i <= 503; i++) {
            digest.passes(settings, 0, new Mail(Instant.EPOCH, "lb01", "S" + i, "body\n"));
        }

        Mail mail = digest.take(settings, 10).orElseThrow();

        assertThat(mail.subject()).isEqualTo("[lb01] 503 changes of state");
        assertThat(mail.body().lines())
                .hasSize(501)
                .contains("1970-01-01T00:00:00Z S1")
                .endsWith("and 3 more");
        assertThat(digest.take(settings, 20)).isEmpty();
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        OutboxSettings.Retries retries = new OutboxSettings.Retries(10, 35, 1000);

        assertThat(Stream.of(1, 2, 3, 4, Integer.MAX_VALUE).map(retries::pauseNanos))
                .containsExactly(10L, 20L, 35L, 35L, 35L);
    }
}
