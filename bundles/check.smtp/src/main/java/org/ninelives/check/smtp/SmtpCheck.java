package org.ninelives.check.smtp;

import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.osgi.service.component.annotations.Component;

/** {@code SMTP_CHECK}: a mail server answers a short dialogue. */
@Component
public final class SmtpCheck implements CheckerType {

    private static final Keyword<String> HELO_NAME =
            Keyword.value(
                    "helo_name",
                    word("NAME").map(SmtpCheck::heloName),
                    "smtpchecker.keepalived.org",
                    "the name we give ourselves towards the server");
    private static final Keyword<List<Block<Boolean>>> HOST =
            Keyword.blocks(
                            "host",
                            nothing(),
                            CheckKeywords.connecting(),
                            "one more check of the same real server")
                    .withRemark("is deprecated; write one more SMTP_CHECK instead");
    private static final BlockGrammar GRAMMAR = CheckKeywords.connecting(HELO_NAME, HOST);

    private static final List<Keyword<?>> TARGET =
            List.of(
                    CheckKeywords.CONNECT_IP,
                    CheckKeywords.CONNECT_PORT,
                    CheckKeywords.BINDTO,
                    CheckKeywords.BIND_PORT,
                    CheckKeywords.BIND_IF,
                    CheckKeywords.FWMARK);

    @Override
    public String keyword() {
        return "SMTP_CHECK";
    }

    @Override
    public String help() {
        return "A mail server greets and answers HELO and QUIT.";
    }

    @Override
    public BlockGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        SmtpMethod method = new SmtpMethod(block.values().get(HELO_NAME));
        List<Block<Boolean>> hosts = block.values().get(HOST);
        List<Check> checks = new ArrayList<>();
        // keepalived: beside host blocks the block itself is a check only if it says of what.
        if (hosts.isEmpty() || TARGET.stream().anyMatch(block.values()::isSet)) {
            checks.add(block.probing(method));
        }
        for (Block<Boolean> host : hosts) {
            checks.add(within(block, host.values()).probing(method));
        }
        return checks;
    }

    /** A host block, for which the times of the block around it hold before those of the server. */
    private static CheckerBlock within(CheckerBlock block, Values host) {
        CheckedServer server = block.server();
        Values outer = block.values();
        return new CheckerBlock(
                block.type(),
                host,
                new CheckedServer(
                        server.address(),
                        server.port(),
                        outer.get(CheckKeywords.DELAY_LOOP).or(server::delayLoop),
                        outer.get(CheckKeywords.RETRY).or(server::retry),
                        outer.get(CheckKeywords.DELAY_BEFORE_RETRY).or(server::delayBeforeRetry),
                        outer.get(CheckKeywords.WARMUP).or(server::warmup),
                        outer.get(CheckKeywords.CONNECT_TIMEOUT).or(server::connectTimeout),
                        outer.isSet(CheckKeywords.ALPHA)
                                ? outer.get(CheckKeywords.ALPHA)
                                : server.alpha(),
                        outer.isSet(CheckKeywords.LOG_ALL_FAILURES)
                                ? outer.get(CheckKeywords.LOG_ALL_FAILURES)
                                : server.logAllFailures(),
                        server.virtualHost()),
                block.root(),
                block.globalDefs(),
                block.problems());
    }

    /** A line break in it would be a command of its own. */
    private static String heloName(String word) {
        if (!word.matches("[!-~]{1,255}")) {
            throw new IllegalArgumentException(
                    "a name for HELO has 1..255 letters, digits and signs of ASCII, and no blank");
        }
        return word;
    }
}
