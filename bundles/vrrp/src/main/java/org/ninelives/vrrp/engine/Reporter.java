package org.ninelives.vrrp.engine;

import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.vrrp.core.Effect;
import org.ninelives.vrrp.core.Remark;
import org.ninelives.vrrp.core.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners and the log what one virtual router does. */
final class Reporter {

    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);

    private final RunningInstance instance;
    private final Node node;
    private final Debut debut = new Debut();

    Reporter(RunningInstance instance, Node node) {
        this.instance = instance;
        this.node = node;
    }

    /**
     * Tells a change of state.
     *
     * @param ending what the end of the virtual router is told as
     */
    void tell(Effect.StateChanged change, Events.Ending ending) {
        String name = instance.name();
        if (change.to() == State.MASTER) {
            node.log().add(() -> LOG.info("({}) took over: {}", name, change.reason()));
        }
        boolean quiet =
                debut.isQuiet(change.to(), change.held(), instance.settings().notifications());
        tell(
                Events.of(
                        instance.settings().subject(),
                        change,
                        ending,
                        quiet,
                        instance.router().effectivePriority()));
    }

    void tell(Effect.Reclaimed reclaimed) {
        tell(
                Events.of(
                        instance.settings().subject(),
                        reclaimed,
                        instance.router().effectivePriority()));
    }

    void tell(Remark remark) {
        String name = instance.name();
        if (remark instanceof Remark.PriorityChange change) {
            tell(Events.of(instance.settings().subject(), change, instance.router().state()));
        }
        TurnLog log = node.log();
        switch (remark.level()) {
            case INFO -> log.add(() -> LOG.info("{}", remark.text(name)));
            case WARNING -> warn(remark, () -> LOG.warn("{}", remark.text(name)));
            case DETAIL -> {
                if (LOG.isDebugEnabled()) {
                    log.add(() -> LOG.debug("{}", remark.text(name)));
                }
            }
        }
    }

    private void warn(Remark remark, Runnable line) {
        switch (remark) {
            case Remark.LateTick late -> stoodStill(late.lateNanos(), remark, line);
            case Remark.LateMaster late -> stoodStill(late.lateNanos(), remark, line);
            default -> node.log().add(line);
        }
    }

    private void stoodStill(long lateNanos, Remark remark, Runnable line) {
        if (node.standstills().add(node.nowNanos(), line)) {
            tell(
                    Events.late(
                            instance.settings().subject(),
                            instance.router().state(),
                            lateNanos,
                            remark.text(instance.name())));
        }
    }

    private void tell(VrrpEvent event) {
        node.listener().happened(event);
    }
}
