package org.ninelives.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of distribution/man. Parts of it are made of what the product knows; each stands between
 * two comments that name it.
 *
 * @param file seen from a module two folders deep, where Maven runs tests
 */
public record ManualPage(Path file) {

    private static final String RENEW = "manual.pages";

    /** The page with this name, such as {@code ninelived.8}. */
    public static ManualPage named(String name) {
        return new ManualPage(Path.of("../../distribution/man", name));
    }

    /** Its text in the macros of man(7). */
    public String text() throws IOException {
        return Files.readString(file);
    }

    /**
     * The part says what the product says; with {@code -Dmanual.pages=renew} it is written first.
     *
     * @param lines in the macros of man(7)
     */
    public void hasPart(String name, List<String> lines) throws IOException {
        String begin = ".\\\" begin of " + name + ", renewed by -D" + RENEW + "=renew\n";
        String end = ".\\\" end of " + name + "\n";
        String page = text();
        assertThat(page).contains(begin, end);
        int from = page.indexOf(begin) + begin.length();
        String right =
                page.substring(0, from)
                        + String.join("\n", lines)
                        + "\n"
                        + page.substring(page.indexOf(end, from));
        if (System.getProperty(RENEW, "").equals("renew")) {
            Files.writeString(file, right);
        }

        assertThat(text())
                .as("run this test with -D" + RENEW + "=renew and look at the difference")
                .isEqualTo(right);
    }
}
