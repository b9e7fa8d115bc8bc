package org.ninelives.config.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The keywords of a grammar as a part of a manual page, in the macros of man(7). */
public final class GrammarManual {

    private static final String ROOT = "Outside all blocks";

    private final List<String> lines = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();

    private GrammarManual() {}

    /**
     * A subsection for each block, in the order declared: of each keyword what may be written after
     * it, one sentence, and what holds where it is not written. A block whose lines have a kind,
     * such as {@code ADDR-ENTRY}, is shown once, under the name of the kind.
     */
    public static List<String> lines(BlockGrammar root) {
        GrammarManual manual = new GrammarManual();
        manual.show(ROOT, "", root);
        return List.copyOf(manual.lines);
    }

    private void show(String title, String path, BlockGrammar grammar) {
        if (!grammar.keywords().isEmpty() && shown.add(title)) {
            lines.add(".SS " + ManualText.quoted(title));
            grammar.keywords().forEach(keyword -> show(path, keyword));
        }
        grammar.others()
                .flatMap(Keyword::grammar)
                .ifPresent(entry -> show(nameOf(path, entry), path, entry));
        for (Keyword<?> keyword : grammar.keywords()) {
            String inner = inner(path, keyword);
            keyword.grammar().ifPresent(block -> show(nameOf(inner, block), inner, block));
        }
    }

    private void show(String path, Keyword<?> keyword) {
        lines.add(".TP");
        String words =
                keyword.allowed().isEmpty() ? "" : " " + ManualText.italic(keyword.allowed());
        boolean isBlock = keyword.grammar().isPresent();
        lines.add(ManualText.bold(keyword.name()) + words + (isBlock ? " {" : ""));
        lines.addAll(ManualText.sentences(sentence(help(keyword))));
        keyword.grammar()
                .filter(block -> !block.keywords().isEmpty())
                .ifPresent(block -> lines.add(see(nameOf(inner(path, keyword), block))));
    }

    private static String see(String title) {
        return "Its lines: " + ManualText.bold(title) + ".";
    }

    private static String help(Keyword<?> keyword) {
        return switch (keyword.shape()) {
            case WITHOUT_EFFECT -> "Accepted, without effect: " + keyword.help();
            case UNSUPPORTED -> "Known, not in effect in this version: " + keyword.help();
            case LIST, BLOCKS -> sentence(keyword.help()) + " May be written many times.";
            case VALUE -> sentence(keyword.help()) + absent(keyword);
            case BLOCK, ENTRIES, UNKNOWN_BLOCKS -> keyword.help();
        };
    }

    private static String absent(Keyword<?> keyword) {
        return DefaultWord.of(keyword.type(), keyword.absent())
                .map(word -> " Default: " + word + (word.endsWith(".") ? "" : "."))
                .orElse("");
    }

    private static String sentence(String help) {
        boolean beginsWithKeyword = help.split(" ", 2)[0].contains("_");
        String text =
                beginsWithKeyword
                        ? help
                        : Character.toUpperCase(help.charAt(0)) + help.substring(1);
        return text.endsWith(".") ? text : text + ".";
    }

    private static String inner(String path, Keyword<?> keyword) {
        return path.isEmpty() ? keyword.name() : path + "/" + keyword.name();
    }

    private static String nameOf(String path, BlockGrammar grammar) {
        return grammar.name().isEmpty() ? path : grammar.name();
    }
}
