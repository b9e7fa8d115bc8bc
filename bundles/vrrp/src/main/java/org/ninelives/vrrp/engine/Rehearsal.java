package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.settings.InstanceKey;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.settings.VrrpSettings;
import org.ninelives.vrrp.wire.AdvertFormat;

/**
 * Plays a takeover once on a machine of nothing, so that what a takeover needs is loaded before one
 * depends on it: the first use of a class costs a JVM up to a millisecond.
 */
final class Rehearsal {

    private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
    private static final long SECOND_NANOS = 1_000_000_000L;

    private Rehearsal() {}

    /**
     * From backup to master, hearing another one, and to the end.
     *
     * @return the state before the end: master, or the play has lost its purpose
     */
    static State run() throws SystemException {
        RehearsalStage stage = new RehearsalStage();
        VrrpEngine engine = new VrrpEngine(stage, new Nobody(), TurnLog.mute());
        engine.apply(VrrpSettings.of(List.of(instance())), Map.of());
        for (int scene = 0; scene < 3; scene++) {
            stage.setNowNanos(engine.deadlineNanos());
            engine.due(stage.nowNanos());
            engine.turnEnded(stage.nowNanos());
            stage.hearOwnAdvert();
        }
        State reached = engine.instances().getFirst().router().state();
        engine.stop();
        return reached;
    }

    private static InstanceSettings instance() {
        VirtualAddress address = VirtualAddress.of(RehearsalStage.VIRTUAL);
        return InstanceSettings.of(
                "rehearsal",
                new InstanceKey(
                        Optional.of(RehearsalStage.INTERFACE),
                        1,
                        IpAddress.Family.IPV4,
                        Optional.of(GROUP),
                        0),
                RouterSettings.of(2, 100, SECOND_NANOS),
                AdvertFormat.multicast(2, 1, SECOND_NANOS, List.of(address.address())),
                List.of(address));
    }

    /** Hears of it and does nothing. */
    private static final class Nobody implements Listener {

        @Override
        public void added(String instance) {}

        @Override
        public void removed(String instance) {}

        @Override
        public void refused(String instance, RefusedAdvert advert) {}

        @Override
        public void happened(VrrpEvent event) {}
    }
}
