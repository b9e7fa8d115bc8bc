package org.ninelives.labs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * What labs showed, told in one table when all have run: a row for each thing to show, a column for
 * each pairing.
 *
 * <p>A test is a row of its own, with what it noted. A lab that shows much at once adds its cells.
 */
final class Evidence implements BeforeAllCallback, TestWatcher {
    private static final String FAILED = "FAILED ";
    private static final Map<String, Map<String, String>> ROWS =
            Collections.synchronizedMap(new TreeMap<>());
    private static final ThreadLocal<List<String>> NOTES = ThreadLocal.withInitial(ArrayList::new);

    /** Notes what the running test of this thread has measured. */
    static void note(String text) {
        NOTES.get().add(text);
    }

    /** Adds a cell: what is shown, with which daemons, and how it went. */
    static void add(String row, Pairing pairing, boolean isShown, String evidence) {
        add(row, pairing.toString(), (isShown ? "" : FAILED) + evidence);
    }

    private static void add(String row, String column, String text) {
        ROWS.computeIfAbsent(row, any -> Collections.synchronizedMap(new LinkedHashMap<>()))
                .merge(column, text, (one, other) -> one + "; " + other);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        NOTES.remove();
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Evidence.class))
                .computeIfAbsent("table", any -> (AutoCloseable) Evidence::print);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        add(context, "yes");
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        add(context, FAILED);
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        add(context, "not run: " + cause.getMessage().lines().findFirst().orElse(""));
    }

    private static void add(ExtensionContext context, String verdict) {
        String row = context.getRequiredTestClass().getSimpleName().replaceFirst("Test$", "");
        String column =
                Pairing.shown().stream()
                        .map(Pairing::toString)
                        .filter(name -> context.getDisplayName().contains(name))
                        .findFirst()
                        .orElse("");
        List<String> notes = NOTES.get();
        String text = notes.isEmpty() ? verdict : verdict + " " + String.join(", ", notes);
        add(row + ": " + words(context.getRequiredTestMethod().getName()), column, text);
        NOTES.remove();
    }

    /** A method's name as the sentence that it is. */
    private static String words(String name) {
        return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static void print() {
        ROWS.forEach(
                (row, cells) ->
                        System.out.println(
                                "lab: "
                                        + row
                                        + cells.entrySet().stream()
                                                .map(Evidence::cell)
                                                .collect(Collectors.joining(" |"))));
    }

    private static String cell(Map.Entry<String, String> cell) {
        return (cell.getKey().isEmpty() ? "" : " " + cell.getKey()) + ": " + cell.getValue();
    }
}
