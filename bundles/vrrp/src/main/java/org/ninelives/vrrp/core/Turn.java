package org.ninelives.vrrp.core;

import java.util.function.Consumer;

/** What all parts of a virtual router share while one input is handled. */
final class Turn {

    final Claim claim;

    RouterSettings settings;

    /** Whether mastership is never claimed, because an operator says so. */
    boolean standby;

    /** The time of the input. */
    long nowNanos;

    /** Who takes the effects of the input. */
    Consumer<? super Effect> effects = effect -> {};

    /** Those this router goes with. */
    Companions companions = Companions.NONE;

    Turn(RouterSettings settings) {
        this.settings = settings;
        claim = new Claim(settings.priority());
    }

    void emit(Effect effect) {
        effects.accept(effect);
    }
}
