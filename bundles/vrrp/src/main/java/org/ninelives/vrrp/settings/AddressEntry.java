package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.config.grammar.Keyword;

/** One line of a block of addresses: an address and words about it, in any order. */
final class AddressEntry implements EntryType<AddressLine> {

    /** For the addresses of virtual routers. */
    static final AddressEntry VIRTUAL = new AddressEntry(AddressWords.Use.VIRTUAL);

    /** For addresses that are there whatever the virtual routers do. */
    static final AddressEntry STATIC = new AddressEntry(AddressWords.Use.STATIC);

    private final AddressWords.Use use;

    private AddressEntry(AddressWords.Use use) {
        this.use = use;
    }

    @Override
    public String allowed() {
        return "IP[/PREFIX] [dev IFNAME] [brd IP|+|-] [scope SCOPE] [label TEXT]"
                + " [peer IP[/PREFIX]] [home] [-nodad] [mngtmpaddr] [noprefixroute] [autojoin]"
                + " [no_track] [preferred_lft SECONDS|forever]"
                + (use == AddressWords.Use.VIRTUAL ? " [use_vmac]" : " [track_group NAME]");
    }

    @Override
    public BlockGrammar grammar() {
        List<Keyword<?>> words = new ArrayList<>();
        words.add(word("(address)", "IP[/PREFIX]", "the address"));
        words.add(word("dev", "IFNAME", "the interface that holds it"));
        words.add(word("brd", "IP|+|-", "its broadcast address"));
        words.add(word("broadcast", "IP|+|-", "the same as brd"));
        words.add(word("scope", "SCOPE", "its scope, IPv4 only"));
        words.add(word("label", "TEXT", "its label, IPv4 only"));
        words.add(word("peer", "IP[/PREFIX]", "the other end of a point-to-point link"));
        words.add(word("home", "", "a mobile home address, IPv6 only"));
        words.add(word("-nodad", "", "others are asked whether they have it, IPv6 only"));
        words.add(word("mngtmpaddr", "", "temporary addresses derive from it, IPv6 only"));
        words.add(word("noprefixroute", "", "no route to its network"));
        words.add(word("autojoin", "", "the kernel joins its multicast group"));
        words.add(word("no_track", "", "its loss changes no state"));
        words.add(word("preferred_lft", "SECONDS|forever", "how long it may be a source"));
        words.add(
                use == AddressWords.Use.VIRTUAL
                        ? word("use_vmac", "", "it is on a macvlan of its interface")
                        : word("track_group", "NAME", "whose instances depend on it"));
        return BlockGrammar.named("ADDR-ENTRY", words);
    }

    private static Keyword<String> word(String name, String argument, String help) {
        return Keyword.value(name, ArgumentTypes.word(argument), "", help);
    }

    @Override
    public AddressLine parse(Arguments arguments) throws InvalidArgumentException {
        return AddressWords.read(arguments, use);
    }
}
