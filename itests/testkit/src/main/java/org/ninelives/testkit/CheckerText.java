package org.ninelives.testkit;

import java.util.List;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.script.ScriptKeywords;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/**
 * The block of a checker in a string, read as in a {@code real_server}.
 *
 * @param checks what the checker makes of it
 * @param problems as {@link ConfigurationText#lines}; the block begins on line 1
 */
public record CheckerText(List<Check> checks, List<String> problems) {

    /** The server around the block where a test names none. */
    public static final CheckedServer SERVER = CheckedServer.of(IpAddress.of("192.0.2.10"), 25);

    /** Reads what stands between the braces of a block in {@link #SERVER}. */
    public static CheckerText of(CheckerType type, String text) {
        return of(type, text, SERVER, "");
    }

    /**
     * Reads what stands between the braces of a block.
     *
     * @param globalDefs what stands in {@code global_defs}, of the keywords about scripts
     */
    public static CheckerText of(
            CheckerType type, String text, CheckedServer server, String globalDefs) {
        Keyword<List<Block<Boolean>>> keyword =
                Keyword.blocks(
                        type.keyword(), ArgumentTypes.nothing(), type.grammar(), type.help());
        ConfigurationText read =
                ConfigurationText.of(
                        type.keyword()
                                + " {\n"
                                + text
                                + "\n}\nglobal_defs {\n"
                                + globalDefs
                                + "\n}",
                        BlockGrammar.of(keyword),
                        BlockGrammar.of(ScriptKeywords.ALL));
        List<Check> checks =
                type.read(
                        new CheckerBlock(
                                type,
                                read.root().get(keyword).getFirst().values(),
                                server,
                                read.root(),
                                read.globalDefs(),
                                read.problems()));
        return new CheckerText(checks, read.lines());
    }

    /** The check, of which there is but one. */
    public Check.Probed probed() {
        return (Check.Probed) only();
    }

    /** The check that follows something, of which there is but one. */
    public Check.Followed followed() {
        return (Check.Followed) only();
    }

    private Check only() {
        if (checks.size() != 1) {
            throw new IllegalStateException(checks + " " + problems);
        }
        return checks.getFirst();
    }
}
