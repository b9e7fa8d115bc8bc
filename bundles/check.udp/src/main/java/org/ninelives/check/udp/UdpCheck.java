package org.ninelives.check.udp;

import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.config.grammar.ArgumentTypes.raw;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.osgi.service.component.annotations.Component;

/** {@code UDP_CHECK}: the port is not refused, or a datagram is answered as it has to be. */
@Component
public final class UdpCheck implements CheckerType {

    /** {@code ninelives check - ninelives chec}: 32 bytes, as keepalived sends. */
    private static final String USUAL_PAYLOAD =
            "6e696e656c6976657320636865636b202d206e696e656c697665732063686563";

    private static final Keyword<String> PAYLOAD =
            Keyword.value(
                    "payload",
                    raw("HEX").map(text -> HexDigits.of(text, "[0-9a-f]+", "hexadecimal digits")),
                    USUAL_PAYLOAD,
                    "the datagram to send, in hexadecimal digits");

    /** Read later, so that a reply is required even where the digits are wrong. */
    private static final Keyword<Optional<String>> REQUIRE_REPLY =
            Keyword.optional(
                    "require_reply",
                    orBare(raw("HEX"), ""),
                    "a reply has to come, and to begin with these hexadecimal digits; x is any");

    private static final Keyword<Integer> MIN_REPLY_LENGTH =
            Keyword.value(
                    "min_reply_length",
                    integer(0, ReplyRule.LENGTH_MAX),
                    0,
                    "the fewest bytes of a reply that is required");
    private static final Keyword<Integer> MAX_REPLY_LENGTH =
            Keyword.value(
                    "max_reply_length",
                    integer(0, ReplyRule.LENGTH_MAX),
                    255,
                    "the most bytes of a reply that is required");

    private static final BlockGrammar GRAMMAR =
            CheckKeywords.connecting(PAYLOAD, REQUIRE_REPLY, MIN_REPLY_LENGTH, MAX_REPLY_LENGTH);

    @Override
    public String keyword() {
        return "UDP_CHECK";
    }

    @Override
    public String help() {
        return "The server does not refuse a datagram, or answers it as required.";
    }

    @Override
    public BlockGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        Values values = block.values();
        if (values.get(MIN_REPLY_LENGTH) > values.get(MAX_REPLY_LENGTH)) {
            block.problems()
                    .error(
                            values.position(MIN_REPLY_LENGTH),
                            MIN_REPLY_LENGTH.name(),
                            values.get(MIN_REPLY_LENGTH)
                                    + " is more than max_reply_length "
                                    + values.get(MAX_REPLY_LENGTH)
                                    + ": the check would always fail");
        }
        Optional<ReplyRule> rule =
                values.get(REQUIRE_REPLY).map(text -> rule(pattern(block, text), values));
        return List.of(block.probing(new UdpMethod(values.get(PAYLOAD), rule)));
    }

    private static HexPattern pattern(CheckerBlock block, String text) {
        try {
            return text.isEmpty() ? HexPattern.ANY : HexPattern.of(text);
        } catch (IllegalArgumentException e) {
            block.problems()
                    .error(
                            block.values().position(REQUIRE_REPLY),
                            REQUIRE_REPLY.name(),
                            e.getMessage() + "; any reply will do");
            return HexPattern.ANY;
        }
    }

    /** keepalived looks at lengths only along with digits; here they count when written too. */
    private static ReplyRule rule(HexPattern pattern, Values values) {
        boolean lengthsWritten = values.isSet(MIN_REPLY_LENGTH) || values.isSet(MAX_REPLY_LENGTH);
        if (pattern.equals(HexPattern.ANY) && !lengthsWritten) {
            return ReplyRule.ANY;
        }
        return new ReplyRule(pattern, values.get(MIN_REPLY_LENGTH), values.get(MAX_REPLY_LENGTH));
    }
}
