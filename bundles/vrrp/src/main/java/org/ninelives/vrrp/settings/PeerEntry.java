package org.ninelives.vrrp.settings;

import java.util.List;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.vrrp.wire.UnicastPeer;

/** One line of {@code unicast_peer}: an address and the TTL its adverts may have. */
final class PeerEntry implements EntryType<UnicastPeer> {

    private static final int TTL_MAX = 255;

    @Override
    public String allowed() {
        return "ADDR [min_ttl 0..255] [max_ttl 0..255]";
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.none();
    }

    @Override
    public UnicastPeer parse(Arguments arguments) throws InvalidArgumentException {
        String word = arguments.take("the address of a peer");
        IpAddress address =
                IpAddress.parse(word)
                        .orElseThrow(
                                () -> new InvalidArgumentException(word + " is not an IP address"));
        int min = 0;
        int max = TTL_MAX;
        while (arguments.peek().filter(List.of("min_ttl", "max_ttl")::contains).isPresent()) {
            String bound = arguments.take("a bound");
            int value = ArgumentTypes.integer(0, TTL_MAX).parse(arguments);
            if (bound.equals("min_ttl")) {
                min = value;
            } else {
                max = value;
            }
        }
        if (min > max) {
            throw new InvalidArgumentException("min_ttl " + min + " is above max_ttl " + max);
        }
        return new UnicastPeer(address, min, max);
    }
}
