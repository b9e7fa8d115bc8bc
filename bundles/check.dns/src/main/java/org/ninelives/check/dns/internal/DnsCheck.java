package org.ninelives.check.dns.internal;

import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckDefaults;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.check.dns.core.DomainName;
import org.ninelives.check.dns.core.QueryType;
import org.ninelives.check.dns.core.Question;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.osgi.service.component.annotations.Component;

/** {@code DNS_CHECK}. */
@Component
public final class DnsCheck implements CheckerType {

    private static final String TYPES =
            String.join("|", Arrays.stream(QueryType.values()).map(QueryType::name).toList());

    private static final Keyword<QueryType> TYPE =
            Keyword.value(
                    "type",
                    word(TYPES).map(DnsCheck::type),
                    QueryType.SOA,
                    "the kind of record that is asked for");
    private static final Keyword<DomainName> NAME =
            Keyword.value(
                    "name",
                    word("a domain name").map(DomainName::of),
                    DomainName.ROOT,
                    "the name that is asked for");

    private static final BlockGrammar GRAMMAR = CheckKeywords.connecting(TYPE, NAME);

    private static QueryType type(String word) {
        try {
            return QueryType.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(word + " is none of " + TYPES);
        }
    }

    @Override
    public String keyword() {
        return "DNS_CHECK";
    }

    @Override
    public String help() {
        return "a question that a name server has to answer without an error";
    }

    @Override
    public BlockGrammar grammar() {
        return GRAMMAR;
    }

    /** Three further tries, each after the time between checks. */
    @Override
    public CheckDefaults defaults() {
        return new CheckDefaults(3, Optional.empty());
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        return List.of(
                block.probing(
                        new DnsMethod(
                                new Question(block.values().get(TYPE), block.values().get(NAME)),
                                block.schedule().checkTimeout())));
    }
}
