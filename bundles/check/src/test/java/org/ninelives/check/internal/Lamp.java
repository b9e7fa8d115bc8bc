package org.ninelives.check.internal;

import java.time.Duration;
import java.util.List;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.config.grammar.BlockGrammar;

/**
 * A checker of lamps.
 *
 * @param help tells one of several apart
 */
record Lamp(String help) implements CheckerType {

    static final String KEYWORD = "LAMP_CHECK";

    static final String BEAN = "org.ninelives:type=CheckerType,keyword=\"LAMP_CHECK\"";

    /** That of the one that {@link #look} makes. */
    static final String CHECK_BEAN =
            "org.ninelives:type=Check,virtualServer=\"[10.0.0.1]:tcp:80\",realServer=\"hall\","
                    + "name=\"1 LAMP_CHECK\"";

    @Override
    public String keyword() {
        return KEYWORD;
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.none();
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        return List.of();
    }

    /** A look that is due at once. */
    static CheckAssignment look(ProbeMethod method) {
        Duration moment = Duration.ofMillis(5);
        CheckSchedule schedule =
                new CheckSchedule(
                        moment, moment, 0, moment, Duration.ZERO, moment, Duration.ofSeconds(9), 1);
        return new CheckAssignment(
                new CheckKey("[10.0.0.1]:tcp:80", "hall", 0),
                new Check.Probed(
                        KEYWORD,
                        method,
                        ConnectTarget.of(IpAddress.of("192.0.2.1"), 80),
                        schedule,
                        false,
                        false),
                false);
    }
}
