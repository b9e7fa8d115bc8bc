package org.ninelives.lvs.settings;

import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** The words of {@code lvs_timeouts}. */
final class TimeoutsType implements ArgumentType<IpvsTimeouts> {

    private static final ArgumentType<Integer> SECONDS =
            ArgumentTypes.integer(0, BalancingTypes.SECONDS_MAX);

    @Override
    public IpvsTimeouts parse(Arguments arguments) throws InvalidArgumentException {
        if (!arguments.hasNext()) {
            throw InvalidArgumentException.missing("one of tcp, tcpfin, udp");
        }
        int tcp = 0;
        int tcpFin = 0;
        int udp = 0;
        while (arguments.hasNext()) {
            String word = arguments.take("one of tcp, tcpfin, udp");
            switch (word) {
                case "tcp" -> tcp = SECONDS.parse(arguments);
                case "tcpfin" -> tcpFin = SECONDS.parse(arguments);
                case "udp" -> udp = SECONDS.parse(arguments);
                default ->
                        throw new InvalidArgumentException(word + " is none of tcp, tcpfin, udp");
            }
        }
        return new IpvsTimeouts(tcp, tcpFin, udp);
    }

    @Override
    public String allowed() {
        return "[tcp N] [tcpfin N] [udp N], each " + SECONDS.allowed() + " seconds";
    }
}
