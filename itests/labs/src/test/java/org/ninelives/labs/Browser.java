package org.ninelives.labs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A browser on a node, with nobody before it but the test. One thread at a time. */
final class Browser implements AutoCloseable {
    private final Lab lab;
    private final Process client;
    private final PrintStream orders;
    private final BufferedReader answers;

    Browser(Lab lab, Node node) {
        this.lab = lab;
        Path profile = node.folder().resolve("browser");
        List<String> command = JavaProgram.withLibraries(BrowserClient.class, profile.toString());
        try {
            client =
                    new ProcessBuilder(node.inside(command))
                            .redirectError(node.logFile("browser").toFile())
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        orders = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = client.inputReader(StandardCharsets.UTF_8);
    }

    /** Opens a page and waits until it is there. */
    void open(String url) {
        ask("open", url);
    }

    /** What a script answers, one line that may use {@code return}. */
    String js(String script) {
        return ask("js", script.replaceAll("\\s+", " "));
    }

    /** Types it wherever the focus is. */
    void type(String text) {
        ask("keys", text);
    }

    /** Presses keys such as {@code TAB}, {@code ENTER} or {@code ESCAPE}, one after the other. */
    void press(String... keys) {
        for (String key : keys) {
            ask("press", key);
        }
    }

    /** Clicks with the mouse on the first of these whose text contains words. */
    void click(String selector, String words) {
        awaitText(selector, words);
        ask("click", selector, words);
    }

    /** Role and name of all of these that are shown, as programs that read aloud have them. */
    List<String> names(String selector) {
        return ask("names", selector).lines().toList();
    }

    /** Has the reader wish this and nothing else: {@code prefers-color-scheme}, {@code dark}. */
    void wish(String feature, String value) {
        ask("media", feature, value);
    }

    /** Has the window, or the screen of the phone, be so large. */
    void size(int width, int height) {
        ask("size", Integer.toString(width), Integer.toString(height));
    }

    /** Puts a picture of what is seen into a file. */
    void picture(Path file) {
        ask("shot", file.toString());
    }

    /** Waits until a script answers true. */
    void await(String expectation, String script) {
        try {
            lab.await(expectation, () -> js("return " + script).equals("true"));
        } catch (AssertionError e) {
            throw new AssertionError(js("return document.body.innerText"), e);
        }
    }

    /** Waits until the text of something contains words. */
    void awaitText(String selector, String words) {
        await(
                selector + " has '" + words + "'",
                "[...document.querySelectorAll('%s')].some(e => e.textContent.includes('%s'))"
                        .formatted(selector, words));
    }

    private String ask(String... words) {
        orders.println(String.join("\t", words));
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the browser ended; see browser.log");
            }
            String[] sides = answer.split("\t", 2);
            String text = URLDecoder.decode(sides[1], StandardCharsets.UTF_8);
            if (!sides[0].equals("ok")) {
                throw new IllegalStateException(String.join(" ", words) + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        orders.close();
        client.onExit().join();
    }
}
