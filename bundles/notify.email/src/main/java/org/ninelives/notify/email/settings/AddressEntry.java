package org.ninelives.notify.email.settings;

import java.util.List;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.notify.email.core.Recipient;

/** One line of {@code notification_email}. */
final class AddressEntry implements EntryType<List<Recipient>> {

    @Override
    public String allowed() {
        return Addresses.ALLOWED;
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.none();
    }

    @Override
    public List<Recipient> parse(Arguments arguments) throws InvalidArgumentException {
        return Addresses.line(arguments);
    }
}
