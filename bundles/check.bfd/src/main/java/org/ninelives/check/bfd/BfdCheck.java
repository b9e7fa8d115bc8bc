package org.ninelives.check.bfd;

import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.check.FollowedKind;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code BFD_CHECK}: a server is up while a BFD session is. */
@Component
public final class BfdCheck implements CheckerType {

    private static final Keyword<Optional<String>> NAME =
            Keyword.optional("name", word("the name of a bfd_instance"), "the session to follow");
    private static final BlockGrammar GRAMMAR = BlockGrammar.of(NAME, CheckKeywords.ALPHA);

    private final FollowedKind sessions = new FollowedKind(TrackerKind.BFD, "bfd_instance");

    // Those that apply before virtual servers: these are sources too, and need this checker.
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(service.ranking>=400)")
    void addSource(TrackerSource source) {
        sessions.add(source);
    }

    void removeSource(TrackerSource source) {
        sessions.remove(source);
    }

    @Override
    public String keyword() {
        return "BFD_CHECK";
    }

    @Override
    public String help() {
        return "The server is up while a BFD session is.";
    }

    @Override
    public BlockGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        return sessions
                .find(block, NAME)
                .map(session -> block.following(new BfdMethod(session.name())))
                .stream()
                .toList();
    }
}
