package org.ninelives.lvs.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptType;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;

/** The keywords of {@code real_server}: its own, and a block for each checker there is. */
final class RealServerGrammar {

    static final Keyword<Optional<Integer>> WEIGHT =
            Keyword.optional(
                    "weight",
                    integer(0, Integer.MAX_VALUE),
                    "share of new connections; 0 for none, while those there are go on");
    static final Keyword<Optional<Forwarding>> LVS_METHOD =
            Keyword.optional("lvs_method", new ForwardingType(), "how packets get to this server");
    static final Keyword<Long> UTHRESHOLD =
            Keyword.value(
                    "uthreshold",
                    NetTypes.unsigned(0),
                    0L,
                    "connections above which it gets no more; 0 for no limit");
    static final Keyword<Long> LTHRESHOLD =
            Keyword.value(
                    "lthreshold",
                    NetTypes.unsigned(0),
                    0L,
                    "connections below which it gets some again; 0 for three quarters of"
                            + " uthreshold");
    static final Keyword<Boolean> INHIBIT_ON_FAILURE =
            Keyword.value(
                    "inhibit_on_failure",
                    bool(),
                    false,
                    "a failed server stays in the table with weight 0 instead of being removed");
    static final Keyword<Optional<Script>> NOTIFY_UP =
            Keyword.optional("notify_up", new ScriptType(), "command run when it comes up");
    static final Keyword<Optional<Script>> NOTIFY_DOWN =
            Keyword.optional("notify_down", new ScriptType(), "command run when it goes down");
    static final Keyword<Optional<Boolean>> SMTP_ALERT =
            Keyword.optional("smtp_alert", bool(), "mail is sent when it comes up or goes down");
    static final Keyword<Optional<String>> VIRTUALHOST =
            Keyword.optional("virtualhost", word("NAME"), "Host header of checks by HTTP");
    static final Keyword<Optional<String>> SNMP_NAME =
            Keyword.optional("snmp_name", word("TEXT"), "name shown by SNMP");

    /** What a server, and the virtual server around it, say for all checks in them. */
    static final List<Keyword<?>> OF_CHECKS =
            List.of(
                    CheckKeywords.RETRY,
                    CheckKeywords.DELAY_BEFORE_RETRY,
                    CheckKeywords.WARMUP,
                    CheckKeywords.CONNECT_TIMEOUT,
                    CheckKeywords.DELAY_LOOP,
                    CheckKeywords.ALPHA,
                    VIRTUALHOST);

    /** Checkers that are not installed; those of tutorials and those of others. */
    static final Keyword<List<Located<String>>> UNKNOWN_CHECKERS =
            Keyword.unknownBlocks("(checker)", "a checker that is not installed");

    private static final List<Keyword<?>> OWN =
            List.of(
                    WEIGHT,
                    LVS_METHOD,
                    UTHRESHOLD,
                    LTHRESHOLD,
                    INHIBIT_ON_FAILURE,
                    NOTIFY_UP,
                    NOTIFY_DOWN,
                    SMTP_ALERT,
                    SNMP_NAME);

    private final Map<Keyword<List<Block<Boolean>>>, CheckerType> checkers = new LinkedHashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Keyword<List<Block<ServerHeader>>> realServer;

    RealServerGrammar(Iterable<CheckerType> types) {
        Set<String> taken =
                Stream.concat(OWN.stream(), OF_CHECKS.stream())
                        .map(Keyword::name)
                        .collect(Collectors.toCollection(HashSet::new));
        for (CheckerType type : types) {
            add(type, taken);
        }
        realServer =
                Keyword.blocks(
                        "real_server",
                        ServerHeader.TYPE,
                        BlockGrammar.of(
                                        Stream.of(
                                                        OWN.stream(),
                                                        OF_CHECKS.stream(),
                                                        checkers.keySet().stream())
                                                .<Keyword<?>>flatMap(keywords -> keywords)
                                                .toList())
                                .withOthers(UNKNOWN_CHECKERS),
                        "a server behind the virtual server");
    }

    /** A checker can be anyone's. What is wrong with it must not keep others from working. */
    private void add(CheckerType type, Set<String> taken) {
        try {
            Keyword<List<Block<Boolean>>> block = LenientChecks.block(type);
            if (taken.add(block.name())) {
                checkers.put(block, type);
            }
        } catch (RuntimeException | LinkageError e) {
            refused.put(nameOf(type), e.toString());
        }
    }

    private static String nameOf(CheckerType type) {
        try {
            return type.keyword();
        } catch (RuntimeException | LinkageError e) {
            return type.getClass().getName();
        }
    }

    /** Why a checker that is installed cannot be used, by its keyword. */
    Optional<String> refusal(String keyword) {
        return Optional.ofNullable(refused.get(keyword));
    }

    /** The checkers by the keywords of their blocks. */
    Map<Keyword<List<Block<Boolean>>>, CheckerType> checkers() {
        return checkers;
    }

    Keyword<List<Block<ServerHeader>>> realServer() {
        return realServer;
    }
}
