package org.ninelives.config.grammar;

import java.util.List;
import java.util.Optional;

/**
 * One keyword of a block: its name, what it takes, and what holds when it is absent. Immutable; the
 * same object declares the keyword in a {@link BlockGrammar} and finds its value in {@link Values}.
 *
 * @param <T> what {@link Values#get} answers
 */
public final class Keyword<T> {

    /** How the reader treats the statement. */
    enum Shape {
        /** One value; the last one written counts. */
        VALUE,
        /** A value each time it is written. */
        LIST,
        /** A block of keywords; a second one adds to the first. */
        BLOCK,
        /** A block each time it is written, with header words. */
        BLOCKS,
        /** A block whose lines are values without keyword. */
        ENTRIES,
        /** Blocks that begin with no keyword; their first words are kept. */
        UNKNOWN_BLOCKS,
        /** Means nothing here; its note says why. */
        WITHOUT_EFFECT,
        /** Would mean something, which this version does not do. */
        UNSUPPORTED
    }

    private final String name;
    private final Shape shape;
    private final ArgumentType<?> type;
    private final Optional<BlockGrammar> grammar;
    private final T absent;
    private final String help;
    private final Optional<String> remark;

    private Keyword(
            String name,
            Shape shape,
            ArgumentType<?> type,
            Optional<BlockGrammar> grammar,
            T absent,
            String help,
            Optional<String> remark) {
        this.name = name;
        this.shape = shape;
        this.type = type;
        this.grammar = grammar;
        this.absent = absent;
        this.help = help;
        this.remark = remark;
    }

    /** A keyword with one value; {@code absent} holds when it is not written. */
    public static <T> Keyword<T> value(String name, ArgumentType<T> type, T absent, String help) {
        return new Keyword<>(
                name, Shape.VALUE, type, Optional.empty(), absent, help, Optional.empty());
    }

    /** A keyword with one value that may be absent. */
    public static <T> Keyword<Optional<T>> optional(
            String name, ArgumentType<T> type, String help) {
        return new Keyword<>(
                name,
                Shape.VALUE,
                type.map(Optional::of),
                Optional.empty(),
                Optional.empty(),
                help,
                Optional.empty());
    }

    /** A keyword that may be written many times. */
    public static <T> Keyword<List<Located<T>>> list(
            String name, ArgumentType<T> type, String help) {
        return new Keyword<>(
                name, Shape.LIST, type, Optional.empty(), List.of(), help, Optional.empty());
    }

    /** A block of keywords without header words, such as {@code authentication}. */
    public static Keyword<Values> block(String name, BlockGrammar grammar, String help) {
        return new Keyword<>(
                name,
                Shape.BLOCK,
                ArgumentTypes.nothing(),
                Optional.of(grammar),
                Values.empty(name),
                help,
                Optional.empty());
    }

    /** A block that may be written many times; {@code header} reads the words before its brace. */
    public static <H> Keyword<List<Block<H>>> blocks(
            String name, ArgumentType<H> header, BlockGrammar grammar, String help) {
        return new Keyword<>(
                name,
                Shape.BLOCKS,
                header,
                Optional.of(grammar),
                List.of(),
                help,
                Optional.empty());
    }

    /**
     * A block whose lines are entries; {@code entryName} names their kind in the grammar listing,
     * or is empty.
     */
    public static <T> Keyword<List<Located<T>>> entries(
            String name, EntryType<T> entry, String help) {
        return new Keyword<>(
                name,
                Shape.ENTRIES,
                entry,
                Optional.of(entry.grammar()),
                List.of(),
                help,
                Optional.empty());
    }

    /**
     * Blocks in a block whose keywords may come and go with what is installed: of one that nobody
     * knows now the first word is kept, and its owner says what that means. See {@link
     * BlockGrammar#withOthers}.
     *
     * @param name for manuals
     */
    public static Keyword<List<Located<String>>> unknownBlocks(String name, String help) {
        return new Keyword<>(
                name,
                Shape.UNKNOWN_BLOCKS,
                ArgumentTypes.anything(),
                Optional.empty(),
                List.of(),
                help,
                Optional.empty());
    }

    /**
     * A keyword that is read over, block and all, with a note that tells why.
     *
     * @param remark why it has no effect, and what to write instead
     */
    public static Keyword<Boolean> withoutEffect(String name, String remark) {
        return new Keyword<>(
                name,
                Shape.WITHOUT_EFFECT,
                ArgumentTypes.anything(),
                Optional.empty(),
                false,
                remark,
                Optional.of(remark));
    }

    /**
     * A keyword that is known and not in effect in this version; it is read over, block and all,
     * with a warning.
     *
     * @param help what it will do
     */
    public static Keyword<Boolean> unsupported(String name, String help) {
        return new Keyword<>(
                name,
                Shape.UNSUPPORTED,
                ArgumentTypes.anything(),
                Optional.empty(),
                false,
                help,
                Optional.empty());
    }

    /**
     * The same keyword with a note wherever it is written: what to write instead, or why it is not
     * needed. It is a keyword of its own: values are found by this one only.
     */
    public Keyword<T> withRemark(String note) {
        return new Keyword<>(name, shape, type, grammar, absent, help, Optional.of(note));
    }

    public String name() {
        return name;
    }

    /** One sentence for manuals. */
    public String help() {
        return help;
    }

    /** What may be written after it. */
    public String allowed() {
        return type.allowed();
    }

    Shape shape() {
        return shape;
    }

    ArgumentType<?> type() {
        return type;
    }

    Optional<BlockGrammar> grammar() {
        return grammar;
    }

    T absent() {
        return absent;
    }

    Optional<String> remark() {
        return remark;
    }

    @Override
    public String toString() {
        return name;
    }
}
