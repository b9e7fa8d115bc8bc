package org.ninelives.check.ping;

import java.util.List;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.grammar.BlockGrammar;
import org.osgi.service.component.annotations.Component;

/** {@code PING_CHECK}: the server answers an ICMP echo. */
@Component
public final class PingCheck implements CheckerType {

    private static final BlockGrammar GRAMMAR = CheckKeywords.connecting();

    @Override
    public String keyword() {
        return "PING_CHECK";
    }

    @Override
    public String help() {
        return "The server answers an ICMP echo of 128 bytes.";
    }

    @Override
    public BlockGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        return List.of(block.probing(new PingMethod()));
    }
}
