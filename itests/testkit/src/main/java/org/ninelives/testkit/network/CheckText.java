package org.ninelives.testkit.network;

import java.util.List;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.script.ScriptKeywords;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.testkit.ConfigurationText;

/**
 * The block of a checker in a string, read as the daemon would read it.
 *
 * @param checks what the checker has made of it
 * @param problems severity and line of each problem; the block begins on line 1 of {@code
 *     test.conf}, its first keyword stands on line 2
 */
public record CheckText(List<Check> checks, List<String> problems) {

    /** The real server around the block where a test names none. */
    public static final CheckedServer SERVER = CheckedServer.of(IpAddress.of("10.0.0.1"), 80);

    /** Within {@link #SERVER}, of which nothing else is said. */
    public static CheckText read(CheckerType type, String block) {
        return read(type, block, SERVER);
    }

    /** Within a real server. */
    public static CheckText read(CheckerType type, String block, CheckedServer server) {
        return read(type, block, server, "");
    }

    /**
     * Within a real server.
     *
     * @param globalDefs what stands in {@code global_defs}, of the keywords about scripts
     */
    public static CheckText read(
            CheckerType type, String block, CheckedServer server, String globalDefs) {
        Keyword<Values> keyword = Keyword.block(type.keyword(), type.grammar(), type.help());
        ConfigurationText text =
                ConfigurationText.of(
                        type.keyword()
                                + " {\n"
                                + block
                                + "\n}\nglobal_defs {\n"
                                + globalDefs
                                + "\n}\n",
                        BlockGrammar.of(keyword),
                        BlockGrammar.of(ScriptKeywords.ALL));
        List<Check> checks =
                type.read(
                        new CheckerBlock(
                                type,
                                text.root().get(keyword),
                                server,
                                text.root(),
                                text.globalDefs(),
                                text.problems()));
        return new CheckText(checks, text.lines());
    }

    /** The only check, which is run again and again. */
    public Check.Probed probed() {
        return (Check.Probed) checks.getFirst();
    }

    /** The only check, which follows something. */
    public Check.Followed followed() {
        return (Check.Followed) checks.getFirst();
    }
}
