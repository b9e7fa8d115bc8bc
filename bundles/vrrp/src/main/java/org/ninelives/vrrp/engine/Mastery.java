package org.ninelives.vrrp.engine;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.settings.ExtraAnnouncements;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one virtual router does on the machine as master: it owns things, and announces them. */
final class Mastery implements Holder {

    private static final Logger LOG = LoggerFactory.getLogger(Mastery.class);

    private final RunningInstance instance;
    private final Place place;
    private final Node node;
    private final Repetition repetition = new Repetition();

    /** What the machine refused when it was to be owned last. */
    private final Set<InterfaceAddress> refusedAddresses = new LinkedHashSet<>();

    /** Frames for each address that wait until all addresses are in place. */
    private int announcementsDue;

    Mastery(RunningInstance instance, Place place, Node node) {
        this.instance = instance;
        this.place = place;
        this.node = node;
    }

    /** Owns all that belongs to the virtual router, as far as its interfaces are there. */
    void hold() {
        tellDetail("({}) setting VIPs.");
        refusedAddresses.clear();
        Belongings belongings = belongings();
        for (VirtualAddress address : belongings.absent()) {
            String message = "({}) interface of {} does not exist; the address is not set";
            node.log().add(() -> LOG.error(message, instance.name(), address));
        }
        node.estate().hold(this, belongings.holdings());
        repetition.begin();
    }

    /** The interfaces are others now; an address whose interface was missing can be set. */
    void holdAgain() {
        node.estate().hold(this, belongings().holdings());
    }

    void letGo() {
        tellDetail("({}) removing VIPs.");
        announcementsDue = 0;
        node.estate().hold(this, Holdings.NONE);
        repetition.end();
    }

    private void tellDetail(String message) {
        node.log().add(() -> LOG.debug(message, instance.name()));
    }

    /** What an earlier run may have left on the machine where this virtual router is to stand. */
    Holdings possibleLeftovers() {
        return belongings().possibleLeftovers(node.links());
    }

    /** Announces each address; before all of them are in place that waits. */
    void announce(int count) {
        if (node.estate().isSettled(this)) {
            announceNow(count);
        } else {
            announcementsDue = Math.max(announcementsDue, count);
        }
    }

    private void announceNow(int count) {
        for (Belongings.Placed placed : belongings().present()) {
            String message = "({}) Sending/queueing gratuitous ARPs on {} for {}";
            node.log()
                    .add(
                            () ->
                                    LOG.debug(
                                            message,
                                            instance.name(),
                                            placed.link().name(),
                                            placed.address().address()));
            announce(placed, count);
        }
    }

    private void announce(Belongings.Placed placed, int count) {
        InterfaceAddress held = placed.onInterface();
        node.announcer()
                .announce(
                        placed.link(),
                        placed.address().address(),
                        count,
                        () -> instance.isMaster() && node.estate().isThere(held));
    }

    private Belongings belongings() {
        return Belongings.of(instance.settings(), place);
    }

    @Override
    public void held() {
        if (announcementsDue > 0) {
            announceNow(announcementsDue);
            announcementsDue = 0;
            place.checkAsMaster();
        }
    }

    /** A master without its addresses serves nobody: another node shall have the chance. */
    @Override
    public void addressRefused(InterfaceAddress address, SystemException cause) {
        refusedAddresses.add(address);
        routingRefused(cause);
        instance.refused(cause);
    }

    /**
     * Whether the machine would take what it refused. To find that out as master would cost the
     * service of a healthy master each time.
     */
    boolean couldOwnAll() {
        refusedAddresses.removeIf(node.estate()::wouldTake);
        return refusedAddresses.isEmpty();
    }

    @Override
    public void routingRefused(SystemException cause) {
        node.log().add(() -> LOG.error("({}) {}", instance.name(), cause.getMessage()));
    }

    @Override
    public void accepted(String words) {
        node.log().add(() -> LOG.info("({}) {} is set now", instance.name(), words));
    }

    @Override
    public void lost(Object thing, String words) {
        if (belongings().isTracked(thing)) {
            instance.lost(words);
        }
    }

    /**
     * Announces now and then, so that switches keep in mind where a MAC address lives that sends
     * nothing else ({@code garp_extra_if}).
     */
    private final class Repetition extends Agenda.Entry {

        private Optional<ExtraAnnouncements> wanted() {
            return instance.settings().master().extraAnnouncements();
        }

        void begin() {
            wanted().ifPresentOrElse(
                            extra -> node.agenda().set(this, node.nowNanos() + extra.periodNanos()),
                            this::end);
        }

        void end() {
            node.agenda().set(this, Agenda.NEVER);
        }

        @Override
        void due(long nowNanos) {
            wanted().ifPresent(extra -> announceExtra(extra.allInterfaces()));
            begin();
        }

        private void announceExtra(boolean allInterfaces) {
            belongings().present().stream()
                    .filter(placed -> allInterfaces || place.isVirtual(placed.link()))
                    .forEach(placed -> announce(placed, 1));
        }
    }
}
