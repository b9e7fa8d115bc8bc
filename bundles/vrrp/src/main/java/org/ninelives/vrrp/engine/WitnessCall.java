package org.ninelives.vrrp.engine;

import java.time.Duration;
import java.util.Optional;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.Link;
import org.ninelives.vrrp.core.Input;
import org.ninelives.vrrp.settings.Witness;

/** Asks the witness of one virtual router, before that becomes master. */
final class WitnessCall {

    private final RunningInstance instance;
    private final Node node;

    WitnessCall(RunningInstance instance, Node node) {
        this.instance = instance;
        this.node = node;
    }

    /** Without a way to ask there is no answer, and so no claim. */
    void ask(long id) {
        Witness witness = instance.settings().master().witness().orElseThrow();
        Optional<Link> through =
                witness.interfaceName().map(node.links()::find).orElseGet(instance::link);
        if (witness.interfaceName().isPresent() && through.isEmpty()) {
            return;
        }
        Duration timeout = Duration.ofNanos(witness.timeoutNanos());
        node.echo()
                .ask(
                        new EchoProbe.Question(witness.address(), through, timeout),
                        outcome -> answered(id, outcome instanceof EchoProbe.Outcome.Answered));
    }

    private void answered(long id, boolean reachable) {
        instance.handle(new Input.WitnessAnswered(id, reachable));
    }
}
