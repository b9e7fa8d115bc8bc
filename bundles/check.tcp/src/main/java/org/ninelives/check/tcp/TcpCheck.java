package org.ninelives.check.tcp;

import java.util.List;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.grammar.BlockGrammar;
import org.osgi.service.component.annotations.Component;

/** {@code TCP_CHECK}: the server accepts a connection. */
@Component
public final class TcpCheck implements CheckerType {

    private static final BlockGrammar GRAMMAR = CheckKeywords.connecting();

    @Override
    public String keyword() {
        return "TCP_CHECK";
    }

    @Override
    public String help() {
        return "The server accepts a TCP connection, which is closed at once.";
    }

    @Override
    public BlockGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        return List.of(block.probing(new TcpMethod()));
    }
}
