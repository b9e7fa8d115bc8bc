package org.ninelives.config.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;

/**
 * Puts statements and braces together to a tree.
 *
 * <p>Each brace that is missing or too many is one error, and the damage ends where it can be seen
 * to end: at a block that exists outside all others only, and at the end of the file in which the
 * block was opened.
 */
final class TreeBuilder {

    /** keepalived's deepest block is the fifth; whoever recurses into a tree may rely on this. */
    static final int DEPTH_MAX = 64;

    private static final String GLOBAL_DEFS = "global_defs";

    private final Set<String> rootBlocks;
    private final Consumer<Statement> globalDefinitions;
    private final Problems problems;
    private final List<Statement> roots = new ArrayList<>();
    private final List<Frame> open = new ArrayList<>();
    private Optional<Statement> pending = Optional.empty();
    private boolean afterOpening;
    private final List<Integer> outerBlocks = new ArrayList<>();
    private int lateBraces;

    /**
     * @param rootBlocks see {@link LanguageSettings#rootBlocks}
     * @param globalDefinitions hears each line of {@code global_defs} as soon as it is read
     */
    TreeBuilder(Set<String> rootBlocks, Consumer<Statement> globalDefinitions, Problems problems) {
        this.rootBlocks = rootBlocks;
        this.globalDefinitions = globalDefinitions;
        this.problems = problems;
    }

    /** A block that is not closed yet. */
    private static final class Frame {

        private final Statement statement;
        private final Kind kind;
        private final List<Statement> body = new ArrayList<>();

        private Frame(Statement statement, Kind kind) {
            this.statement = statement;
            this.kind = kind;
        }

        private enum Kind {
            BLOCK,
            /** A second brace for the same block: its lines are the block's. */
            DOUBLED,
            /** Left out with all that is in it. */
            LEFT_OUT
        }
    }

    /** Begins a file, inside the blocks that are open now. */
    void beginFile() {
        // The statement before an include cannot have its block in another file.
        flush();
        outerBlocks.add(open.size());
    }

    /** Ends a file, and with it the blocks that were opened in it. */
    void endFile() {
        flush();
        closeForgotten(outerBlocks.removeLast(), "before the end of the file");
    }

    /** A statement, which may turn out to be the beginning of a block. */
    void statement(Position position, String text) {
        flush();
        Statement statement = Statement.line(position, text);
        pending = Optional.of(statement);
        afterOpening = false;
        if (open.size() == 1 && open.getFirst().statement.text().equals(GLOBAL_DEFS)) {
            globalDefinitions.accept(statement);
        }
    }

    void openingBrace(Position position) {
        if (pending.isEmpty()) {
            problems.error(
                    position,
                    "{",
                    afterOpening
                            ? "the block is open already; this brace is ignored"
                            : "no keyword stands before this brace; its block is skipped");
            push(
                    Statement.line(position, "{"),
                    afterOpening ? Frame.Kind.DOUBLED : Frame.Kind.LEFT_OUT);
        } else {
            Statement statement = pending.get();
            pending = Optional.empty();
            if (!open.isEmpty() && rootBlocks.contains(statement.keyword())) {
                lateBraces += open.size();
                closeForgotten(0, "before " + place(statement.position()));
                outerBlocks.replaceAll(blocks -> 0);
            }
            push(statement, Frame.Kind.BLOCK);
        }
        afterOpening = true;
    }

    private void push(Statement statement, Frame.Kind kind) {
        if (open.size() == DEPTH_MAX) {
            problems.error(
                    statement.position(),
                    statement.keyword(),
                    "blocks are nested more than "
                            + DEPTH_MAX
                            + " deep; this one and what is in it are skipped");
        }
        open.add(new Frame(statement, open.size() < DEPTH_MAX ? kind : Frame.Kind.LEFT_OUT));
    }

    void closingBrace(Position position) {
        flush();
        if (open.size() > outerBlocks.getLast()) {
            close();
        } else if (lateBraces > 0) {
            // The brace that was missed earlier has come at last.
            lateBraces--;
        } else {
            problems.error(position, "}", "no block is open here; this brace is ignored");
        }
    }

    /** Whether what comes next stands outside all blocks, and nothing before it is left open. */
    boolean isOutside() {
        return open.isEmpty() && pending.isEmpty() && lateBraces == 0;
    }

    /** A whole block outside all others. */
    void block(Statement whole) {
        roots.add(whole);
    }

    /** Whether the last block outside all others is one whose lines are heard as they are read. */
    boolean endsWithGlobals() {
        return roots.getLast().text().equals(GLOBAL_DEFS);
    }

    List<Statement> roots() {
        return roots;
    }

    private void flush() {
        pending.ifPresent(this::add);
        pending = Optional.empty();
    }

    private void closeForgotten(int blocks, String where) {
        for (Frame frame : open.subList(blocks, open.size())) {
            problems.error(
                    frame.statement.position(),
                    frame.statement.keyword(),
                    "its block is not closed " + where);
        }
        while (open.size() > blocks) {
            close();
        }
    }

    private void close() {
        afterOpening = false;
        Frame frame = open.removeLast();
        switch (frame.kind) {
            case BLOCK ->
                    add(
                            Statement.block(
                                    frame.statement.position(),
                                    frame.statement.text(),
                                    frame.body));
            case DOUBLED -> frame.body.forEach(this::add);
            case LEFT_OUT -> frame.body.clear();
        }
    }

    private void add(Statement statement) {
        (open.isEmpty() ? roots : open.getLast().body).add(statement);
    }

    private String place(Position next) {
        boolean sameFile = open.getFirst().statement.position().file().equals(next.file());
        return sameFile ? "line " + next.line() : next.toString();
    }
}
