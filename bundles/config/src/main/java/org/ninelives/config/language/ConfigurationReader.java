package org.ninelives.config.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;

/**
 * Reads a configuration with all that it includes into a tree. Nothing in a file makes it throw,
 * and what is wrong with the text is told in the problems, each with its place.
 */
public final class ConfigurationReader {

    private final Problems problems = new Problems();
    private final List<String> filesRead = new ArrayList<>();
    private final Predefined predefined;
    private final IncludeChecks includeChecks;
    private final TreeBuilder tree;
    private final BraceSplitter braces = new BraceSplitter(problems);
    private final Preprocessor preprocessor;
    private final IncludeReader includes;
    private final PlainBlocks known;
    private final PlainBlocks plainBlocks;

    private ConfigurationReader(SourceFiles files, LanguageSettings settings, PlainBlocks earlier) {
        known = earlier.areReadWith(settings.rootBlocks()) ? earlier : PlainBlocks.NONE;
        plainBlocks = new PlainBlocks(settings.rootBlocks());
        Environment environment = settings.environment();
        Budget budget = new Budget(problems);
        predefined = new Predefined(environment, problems);
        includeChecks = new IncludeChecks(settings.includeChecks(), problems);
        tree = new TreeBuilder(settings.rootBlocks(), this::globalDefinition, problems);
        preprocessor =
                new Preprocessor(
                        environment.configId(),
                        predefined,
                        budget,
                        problems,
                        (text, position) -> braces.split(text, position, new ToTree()));
        includes = new IncludeReader(files, budget, problems, this::readLines);
    }

    /**
     * Reads a configuration.
     *
     * @param file as the operator named it; it appears so in positions
     */
    public static ParsedConfiguration read(
            String file, SourceFiles files, LanguageSettings settings) {
        return read(file, files, settings, PlainBlocks.NONE);
    }

    /**
     * Reads a configuration that was read before and may have changed.
     *
     * @param earlier what an earlier reading in the same environment found
     */
    public static ParsedConfiguration read(
            String file, SourceFiles files, LanguageSettings settings, PlainBlocks earlier) {
        return new ConfigurationReader(files, settings, earlier).read(file);
    }

    private ParsedConfiguration read(String file) {
        Position whole = new Position(file, 0);
        boolean readable = includes.readRoot(file);
        if (readable && tree.roots().isEmpty()) {
            problems.warning(whole, "", "nothing is configured in it");
        }
        return new ParsedConfiguration(
                whole, readable, tree.roots(), problems.all(), filesRead, plainBlocks);
    }

    private void readLines(String file, byte[] content) {
        filesRead.add(file);
        tree.beginFile();
        new FileReading(file, content).readAll();
        preprocessor.endOfText();
        tree.endFile();
    }

    /** Whether what comes next stands outside all blocks and depends on nothing begun before. */
    private boolean isOutside() {
        return tree.isOutside() && !preprocessor.isInsideDefinition();
    }

    /** One file from its first line to its last; another one may be read in between. */
    private final class FileReading {

        private final String file;
        private final PhysicalLines lines;
        private boolean encodingReported;

        private FileReading(String file, byte[] content) {
            this.file = file;
            this.lines = new PhysicalLines(content);
        }

        private void readAll() {
            while (lines.advance()) {
                if (isOutside()) {
                    readOutside();
                } else {
                    readLine();
                }
            }
        }

        /** Reads on until it is outside all blocks again. */
        private void readOutside() {
            int begin = lines.begin();
            int firstLine = lines.number();
            String text = lines.text();
            Optional<Statement> same = known.take(file, lines);
            if (same.isPresent()) {
                tree.block(same.get());
                plainBlocks.note(text, lines.extract(begin, firstLine), same.get());
                return;
            }
            int rootsBefore = tree.roots().size();
            int problemsBefore = problems.count();
            int filesBefore = filesRead.size();
            readLine();
            while (!isOutside() && lines.advance()) {
                readLine();
            }
            boolean oneBlock =
                    isOutside()
                            && tree.roots().size() == rootsBefore + 1
                            && tree.roots().getLast().hasBlock();
            boolean undisturbed =
                    problems.count() == problemsBefore && filesRead.size() == filesBefore;
            Extract whole = lines.extract(begin, firstLine);
            if (oneBlock && undisturbed && !tree.endsWithGlobals() && whole.isPlain()) {
                plainBlocks.note(text, whole, tree.roots().getLast());
            }
        }

        private void readLine() {
            Position position = new Position(file, lines.number());
            if (lines.hasNul()) {
                problems.error(position, "", "the line has a NUL byte in it and is ignored");
                return;
            }
            Typography.Mended mended = Typography.mend(lines.text());
            mended.remark().ifPresent(remark -> problems.warning(position, "", remark));
            String text = Comments.strip(mended.text());
            if (!lines.isUtf8() && !encodingReported && text.chars().anyMatch(c -> c > 0x7F)) {
                encodingReported = true;
                problems.warning(
                        position, "", "is not UTF-8 and is read as ISO 8859-1; save it as UTF-8");
            }
            preprocessor.accept(text, Context.of(position));
        }
    }

    private void globalDefinition(Statement statement) {
        if (statement.keyword().equals(LanguageKeywords.INCLUDE_CHECK.name())) {
            includeChecks.change(statement);
        } else if (statement.keyword().equals(LanguageKeywords.RANDOM_SEED.name())) {
            seed(statement);
        }
    }

    private void seed(Statement statement) {
        try {
            predefined.seed(Long.parseLong(String.join(" ", statement.arguments())));
        } catch (NumberFormatException e) {
            problems.error(statement.position(), statement.keyword(), "needs one whole number");
        }
    }

    /** Where the pieces of a line go. */
    private final class ToTree implements BraceSplitter.Pieces {

        @Override
        public void statement(Position position, String text) {
            tree.statement(position, text);
        }

        @Override
        public void openingBrace(Position position) {
            tree.openingBrace(position);
        }

        @Override
        public void closingBrace(Position position) {
            tree.closingBrace(position);
        }

        @Override
        public void include(Position position, IncludeKeyword keyword, String pattern) {
            includes.include(position, keyword, pattern, includeChecks.current());
        }
    }
}
