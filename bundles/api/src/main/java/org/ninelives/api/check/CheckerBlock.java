package org.ninelives.api.check;

import java.time.Duration;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Values;

/**
 * One block of a checker, and what stands around it.
 *
 * @param type whose block it is
 * @param values what stands in it
 * @param server the real server it stands in
 * @param root the whole configuration outside of blocks, for what other blocks define
 * @param globalDefs the {@code global_defs}
 * @param problems where to report what is wrong
 */
public record CheckerBlock(
        CheckerType type,
        Values values,
        CheckedServer server,
        Values root,
        Values globalDefs,
        Problems problems) {

    private static final Duration DELAY_LOOP = Duration.ofSeconds(60);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** The check of this block that is run by this method. */
    public Check probing(ProbeMethod method) {
        return probing(method, target(), schedule());
    }

    /** A check of this block with a target or a schedule of its own. */
    public Check probing(ProbeMethod method, ConnectTarget target, CheckSchedule schedule) {
        return new Check.Probed(
                type.keyword(),
                method,
                target,
                schedule,
                alpha(),
                values.isSet(CheckKeywords.LOG_ALL_FAILURES)
                        ? values.get(CheckKeywords.LOG_ALL_FAILURES)
                        : server.logAllFailures());
    }

    /** The check of this block that follows something. */
    public Check following(FollowMethod method) {
        return new Check.Followed(type.keyword(), method, alpha());
    }

    /** Whom to look at. */
    public ConnectTarget target() {
        return target(values);
    }

    /** Whom to look at by a block within this one, which has the keywords of connecting too. */
    public ConnectTarget target(Values block) {
        IpAddress address = block.get(CheckKeywords.CONNECT_IP).orElse(server.address());
        Optional<IpAddress> source = block.get(CheckKeywords.BINDTO);
        if (source.isPresent() && source.get().family() != address.family()) {
            problems.error(
                    block.position(CheckKeywords.BINDTO),
                    CheckKeywords.BINDTO.name(),
                    source.get() + " is not of the family of " + address + "; it is left out");
            source = Optional.empty();
        }
        return new ConnectTarget(
                address,
                block.get(CheckKeywords.CONNECT_PORT).orElse(server.port()),
                source,
                block.get(CheckKeywords.BIND_PORT).orElse(0),
                block.get(CheckKeywords.BIND_IF),
                block.get(CheckKeywords.FWMARK));
    }

    /** When to look. */
    public CheckSchedule schedule() {
        return schedule(values);
    }

    /** When to look by a block within this one, which has the keywords of scheduling too. */
    public CheckSchedule schedule(Values block) {
        CheckDefaults usual = type.defaults();
        Duration delayLoop =
                first(block.get(CheckKeywords.DELAY_LOOP), server.delayLoop()).orElse(DELAY_LOOP);
        Duration connectTimeout =
                first(block.get(CheckKeywords.CONNECT_TIMEOUT), server.connectTimeout())
                        .orElse(CONNECT_TIMEOUT);
        return new CheckSchedule(
                delayLoop,
                delayLoop,
                first(
                                block.get(CheckKeywords.FALL).map(fall -> fall - 1L),
                                first(block.get(CheckKeywords.RETRY), server.retry()))
                        .orElse(usual.retry()),
                first(block.get(CheckKeywords.DELAY_BEFORE_RETRY), server.delayBeforeRetry())
                        .or(usual::delayBeforeRetry)
                        .orElse(delayLoop),
                first(block.get(CheckKeywords.WARMUP), server.warmup()).orElse(delayLoop),
                connectTimeout,
                block.get(CheckKeywords.CHECK_TIMEOUT).orElse(connectTimeout),
                block.get(CheckKeywords.RISE));
    }

    private boolean alpha() {
        return values.isSet(CheckKeywords.ALPHA) ? values.get(CheckKeywords.ALPHA) : server.alpha();
    }

    private static <T> Optional<T> first(Optional<T> written, Optional<T> inherited) {
        return written.or(() -> inherited);
    }
}
