package org.ninelives.config.grammar;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;

/**
 * Reads a tree of statements by a grammar; a statement that does not fit is one problem and is left
 * out as a unit.
 */
public final class GrammarReader {

    private final Problems problems;
    private final ReadBlocks earlier;
    private final ReadBlocks blocks = new ReadBlocks();

    public GrammarReader(Problems problems) {
        this(problems, ReadBlocks.NONE);
    }

    /**
     * A reader that takes over what it can.
     *
     * @param earlier what another reader has read
     */
    public GrammarReader(Problems problems, ReadBlocks earlier) {
        this.problems = problems;
        this.earlier = earlier;
    }

    /** What a later reader need not read again. */
    public ReadBlocks blocks() {
        return blocks;
    }

    /**
     * Reads the statements of one block.
     *
     * @param position the line on which the block begins
     */
    public Values read(Position position, List<Statement> statements, BlockGrammar grammar) {
        Values values = new Values(position);
        readInto(values, statements, grammar);
        return values;
    }

    /**
     * Reads a line that a {@link DeferredEntry} has kept.
     *
     * @param keyword the keyword of its block, for problems
     */
    public <T> Optional<Located<T>> read(Located<String> line, String keyword, EntryType<T> entry) {
        Position position = line.position();
        Arguments arguments = Arguments.ofEntry(Statement.line(position, line.value()));
        return parse(position, keyword, entry, arguments)
                .map(value -> new Located<>(value, position));
    }

    private void readInto(Values values, List<Statement> statements, BlockGrammar grammar) {
        for (Statement statement : statements) {
            Optional<Keyword<?>> keyword = grammar.keyword(statement.keyword());
            if (keyword.isPresent()) {
                readStatement(values, statement, keyword.get());
            } else if (grammar.others().filter(others -> takes(others, statement)).isPresent()) {
                readOther(values, statement, grammar.others().get());
            } else {
                problems.error(
                        statement.position(),
                        statement.keyword(),
                        Suggestion.unknownKeyword(statement, grammar));
            }
        }
    }

    private static boolean takes(Keyword<?> others, Statement statement) {
        return others.shape() == Keyword.Shape.ENTRIES || statement.hasBlock();
    }

    private void readOther(Values values, Statement statement, Keyword<?> others) {
        Position position = statement.position();
        if (others.shape() == Keyword.Shape.ENTRIES) {
            readEntry(values, statement, others, position);
        } else {
            values.append(others, new Located<>(statement.keyword(), position), position);
        }
    }

    private void readStatement(Values values, Statement statement, Keyword<?> keyword) {
        keyword.remark()
                .ifPresent(remark -> problems.note(statement.position(), keyword.name(), remark));
        switch (keyword.shape()) {
            case WITHOUT_EFFECT -> values.put(keyword, true, statement.position());
            case UNSUPPORTED -> {
                problems.warning(
                        statement.position(),
                        keyword.name(),
                        "is not in effect in this version; ignored");
                values.put(keyword, true, statement.position());
            }
            case VALUE ->
                    readLine(statement, keyword)
                            .ifPresent(v -> values.put(keyword, v, statement.position()));
            case LIST ->
                    readLine(statement, keyword)
                            .ifPresent(
                                    v ->
                                            values.append(
                                                    keyword,
                                                    new Located<>(v, statement.position()),
                                                    statement.position()));
            case BLOCK -> readBlock(values, statement, keyword);
            case BLOCKS ->
                    readRepeated(statement, keyword)
                            .ifPresent(
                                    block -> values.append(keyword, block, statement.position()));
            case ENTRIES -> readEntries(values, statement, keyword);
            case UNKNOWN_BLOCKS -> throw new IllegalStateException("no statement begins with it");
        }
    }

    private Optional<Object> readLine(Statement statement, Keyword<?> keyword) {
        if (statement.hasBlock()) {
            problems.error(
                    statement.position(),
                    keyword.name(),
                    "takes no block in braces; the block is skipped");
        }
        return parse(statement.position(), keyword, Arguments.of(statement));
    }

    private Optional<Object> readHeader(Statement statement, Keyword<?> keyword) {
        if (!statement.hasBlock()) {
            problems.error(
                    statement.position(), keyword.name(), "its block in braces { } is missing");
            return Optional.empty();
        }
        return parse(statement.position(), keyword, Arguments.of(statement));
    }

    private void readBlock(Values values, Statement statement, Keyword<?> keyword) {
        if (readHeader(statement, keyword).isPresent()) {
            // A block written twice is one block: later values win, lists grow.
            Values inner = values.nested(keyword, statement.position());
            readInto(inner, statement.body(), keyword.grammar().orElseThrow());
        }
    }

    private Optional<Block<Object>> readRepeated(Statement statement, Keyword<?> keyword) {
        Optional<Block<Object>> same = earlier.find(statement, keyword);
        int problemsBefore = problems.count();
        Optional<Block<Object>> block =
                same.or(
                        () ->
                                readHeader(statement, keyword)
                                        .map(header -> repeated(statement, keyword, header)));
        if (problems.count() == problemsBefore) {
            block.ifPresent(read -> blocks.note(statement, keyword, read));
        }
        return block;
    }

    private Block<Object> repeated(Statement statement, Keyword<?> keyword, Object header) {
        return new Block<>(
                header,
                read(statement.position(), statement.body(), keyword.grammar().orElseThrow()));
    }

    private void readEntries(Values values, Statement statement, Keyword<?> keyword) {
        if (!statement.hasBlock()) {
            problems.error(
                    statement.position(), keyword.name(), "its block in braces { } is missing");
            return;
        }
        if (!statement.arguments().isEmpty()) {
            problems.warning(
                    statement.position(),
                    keyword.name(),
                    "'" + statement.rawArguments() + "' before the brace is ignored");
        }
        values.startList(keyword, statement.position());
        for (Statement line : statement.body()) {
            readEntry(values, line, keyword, statement.position());
        }
    }

    private void readEntry(Values values, Statement line, Keyword<?> keyword, Position where) {
        if (line.hasBlock()) {
            problems.error(
                    line.position(),
                    keyword.name(),
                    "'" + line.text() + "' cannot have a block here");
        } else {
            parse(line.position(), keyword, Arguments.ofEntry(line))
                    .ifPresent(
                            v -> values.append(keyword, new Located<>(v, line.position()), where));
        }
    }

    private Optional<Object> parse(Position position, Keyword<?> keyword, Arguments arguments) {
        return parse(position, keyword.name(), keyword.type(), arguments).map(value -> value);
    }

    private <T> Optional<T> parse(
            Position position, String keyword, ArgumentType<T> type, Arguments arguments) {
        try {
            T value = type.parse(arguments);
            arguments.remarks().forEach(remark -> problems.warning(position, keyword, remark));
            if (arguments.hasNext()) {
                problems.warning(
                        position,
                        keyword,
                        "'" + String.join(" ", arguments.rest()) + "' is too much and ignored");
            }
            return Optional.of(value);
        } catch (InvalidArgumentException e) {
            if (e.isMissing()) {
                problems.missingArgument(
                        position, keyword, e.getMessage() + ", allowed: " + type.allowed());
            } else {
                problems.error(position, keyword, e.getMessage());
            }
            return Optional.empty();
        }
    }
}
