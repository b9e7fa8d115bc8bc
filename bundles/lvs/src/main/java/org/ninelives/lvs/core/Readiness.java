package org.ninelives.lvs.core;

import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.lvs.settings.SorryServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** Whether the live servers are enough, and whether the sorry server has to stand in for them. */
final class Readiness {

    private final Words words;
    private final Quorum quorum = new Quorum();
    private Optional<SorryServerSettings> apologizing = Optional.empty();

    Readiness(Words words) {
        this.words = words;
    }

    boolean hasQuorum() {
        return quorum.isMet();
    }

    boolean isSorry() {
        return apologizing.isPresent();
    }

    /**
     * Weighs for the first time. That there is no quorum is told where somebody else serves then.
     *
     * @param weight of the live servers
     */
    void begin(long weight, VirtualServerSettings settings, Consumer<Effect> effects) {
        if (quorum.consider(weight, settings) == Quorum.Turn.GAINED) {
            turn(words.gained(settings, weight), weight, settings, effects);
        } else if (settings.sorryServer().isPresent()) {
            turn(words.startsWithout(settings, weight), weight, settings, effects);
        }
    }

    /** Weighs anew. */
    void consider(long weight, VirtualServerSettings settings, Consumer<Effect> effects) {
        switch (quorum.consider(weight, settings)) {
            case GAINED -> turn(words.gained(settings, weight), weight, settings, effects);
            case LOST -> turn(words.lost(settings, weight), weight, settings, effects);
            case NONE -> settleSorryServer(settings, effects);
        }
    }

    private void turn(
            String text, long weight, VirtualServerSettings settings, Consumer<Effect> effects) {
        line(text, effects);
        settleSorryServer(settings, effects);
        effects.accept(
                new Effect.Happened(Events.quorum(settings, quorum.isMet(), weight, false, text)));
    }

    private void settleSorryServer(VirtualServerSettings settings, Consumer<Effect> effects) {
        Optional<SorryServerSettings> wanted =
                quorum.isMet() ? Optional.empty() : settings.sorryServer();
        if (wanted.equals(apologizing)) {
            return;
        }
        apologizing.ifPresent(gone -> line(words.sorryGoes(gone), effects));
        wanted.ifPresent(comes -> line(words.sorryComes(comes), effects));
        if (wanted.isPresent() != apologizing.isPresent()) {
            line(wanted.isPresent() ? words.aliveGo() : words.aliveCome(), effects);
        }
        apologizing = wanted;
    }

    private static void line(String text, Consumer<Effect> effects) {
        effects.accept(new Effect.Line(text));
    }
}
