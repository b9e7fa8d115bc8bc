package org.ninelives.notify.email.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.DrainEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.OverrideEvent;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.notify.VrrpSubject.Kind;

/**
 * Makes mails of events, in keepalived's words. The same state is not mailed twice in a row, so it
 * remembers what it has told; a state that was kept back, such as a fault with {@code
 * no_email_faults}, does not count.
 */
public final class Alerts {

    private final Map<Told, VrrpState> states = new HashMap<>();
    private final Set<Told> splitBrains = new HashSet<>();

    /** What was mailed about. */
    private record Told(Kind kind, String name) {
        static Told of(VrrpSubject subject) {
            return new Told(subject.kind(), subject.name());
        }
    }

    /** The mail about an event, if somebody wants one. */
    public Optional<Mail> mail(AlertSettings settings, Event event, Instant time) {
        return switch (event) {
            case VrrpEvent vrrp when !isWanted(settings, vrrp.subject()) -> Optional.empty();
            case VrrpEvent.InstanceState change when change.held() -> Optional.empty();
            case VrrpEvent.InstanceState change ->
                    stateMail(settings, change.subject(), change.to(), time);
            case VrrpEvent.GroupState change when change.held() -> Optional.empty();
            case VrrpEvent.GroupState change ->
                    stateMail(settings, change.subject(), change.to(), time);
            case VrrpEvent.SplitBrain seen -> splitBrainMail(settings, seen, time);
            case VrrpEvent.PriorityChanged change -> Optional.empty();
            case VrrpEvent.LowerPriorityHeard heard -> Optional.empty();
            case VrrpEvent.Late late -> Optional.empty();
            case LvsEvent change ->
                    isWanted(settings, change)
                            ? Optional.of(ServerMails.of(settings.nodeName(), change, time))
                            : Optional.empty();
            case DrainEvent step -> Optional.empty();
            case TrackerEvent tracker -> Optional.empty();
            case OverrideEvent change -> Optional.empty();
            case ReloadEvent reload -> Optional.empty();
            case DaemonEvent daemon -> Optional.empty();
        };
    }

    private static boolean isWanted(AlertSettings settings, VrrpSubject subject) {
        return subject.audience().smtpAlert().orElse(settings.byDefault());
    }

    /** As keepalived: where nobody says anything, real servers are and virtual servers are not. */
    private static boolean isWanted(AlertSettings settings, LvsEvent event) {
        return event.smtpAlert()
                .or(settings::checkersByDefault)
                .orElse(event instanceof LvsEvent.RealServerState);
    }

    /** Whether the configuration asks for mail about such an event, which nobody may get. */
    public static boolean isAskedFor(AlertSettings settings, Event event) {
        return switch (event) {
            case VrrpEvent vrrp -> isWanted(settings, vrrp.subject());
            case LvsEvent lvs -> lvs.smtpAlert().or(settings::checkersByDefault).orElse(false);
            case DrainEvent step -> false;
            case TrackerEvent tracker -> false;
            case OverrideEvent change -> false;
            case ReloadEvent reload -> false;
            case DaemonEvent daemon -> false;
        };
    }

    private Optional<Mail> stateMail(
            AlertSettings settings, VrrpSubject subject, VrrpState state, Instant time) {
        Told told = Told.of(subject);
        Optional<String> body = body(subject.kind(), state);
        boolean keptBack = state == VrrpState.FAULT && !settings.faults();
        if (body.isEmpty() || keptBack || states.get(told) == state) {
            return Optional.empty();
        }
        if (state == VrrpState.STOP || state == VrrpState.DELETED) {
            states.remove(told);
            splitBrains.remove(told);
        } else {
            states.put(told, state);
        }
        return Optional.of(mail(settings, subject, occasion(state), body.get(), time));
    }

    private Optional<Mail> splitBrainMail(
            AlertSettings settings, VrrpEvent.SplitBrain seen, Instant time) {
        Told told = Told.of(seen.subject());
        // A split brain that lasts is told each minute, which is for the log.
        boolean news = seen.raised() ? splitBrains.add(told) : splitBrains.remove(told);
        return news
                ? Optional.of(
                        mail(
                                settings,
                                seen.subject(),
                                seen.raised() ? "Split brain" : "Split brain is over",
                                seen.evidence(),
                                time))
                : Optional.empty();
    }

    private static Mail mail(
            AlertSettings settings, VrrpSubject subject, String what, String body, Instant time) {
        String kind =
                switch (subject.kind()) {
                    case INSTANCE -> "VRRP Instance ";
                    case GROUP -> "VRRP Group ";
                };
        return new Mail(
                time,
                settings.nodeName(),
                kind + subject.name() + " - " + what,
                "=> " + body + " <=\n");
    }

    private static String occasion(VrrpState state) {
        return switch (state) {
            case INIT, MASTER, BACKUP, FAULT -> "Entering " + state + " state";
            case STOP -> "Stopping";
            case DELETED -> "Deleted";
        };
    }

    /** Nothing where a state is not mailed at all. */
    private static Optional<String> body(Kind kind, VrrpState state) {
        boolean instance = kind == Kind.INSTANCE;
        return switch (state) {
            case INIT -> Optional.empty();
            case MASTER ->
                    Optional.of(
                            instance ? "VRRP Instance is now owning VRRP VIPs" : membersIn(state));
            case BACKUP, FAULT ->
                    Optional.of(
                            instance
                                    ? "VRRP Instance is no longer owning VRRP VIPs"
                                    : membersIn(state));
            case STOP ->
                    Optional.of(
                            instance
                                    ? "VRRP Instance stopping"
                                    : "All VRRP group instances are now stopping");
            case DELETED -> instance ? Optional.of("VRRP Deleted at reload") : Optional.empty();
        };
    }

    private static String membersIn(VrrpState state) {
        return "All VRRP group instances are now in " + state + " state";
    }
}
