package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleChange;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Rules as messages: struct fib_rule_hdr and its attributes. */
final class RuleWriter {

    private RuleWriter() {}

    static void writeDump(NetlinkWriter writer, IpAddress.Family family, int sequence) {
        writer.begin(RuleNumbers.RTM_GETRULE, Netlink.NLM_F_REQUEST | Netlink.NLM_F_DUMP, sequence)
                .putByte(AddressFamily.number(family))
                .putByte(0)
                .putByte(0)
                .putByte(0)
                .putInt(0)
                .putInt(0)
                .end();
    }

    /**
     * Writes a change.
     *
     * @param flags {@link Netlink#NLM_F_ACK} or 0
     */
    static void writeChange(NetlinkWriter writer, RuleChange change, int flags, int sequence) {
        int create = Netlink.NLM_F_CREATE | Netlink.NLM_F_EXCL;
        switch (change) {
            case RuleChange.Add add ->
                    write(writer, RuleNumbers.RTM_NEWRULE, create | flags, sequence, add.rule());
            case RuleChange.Remove remove ->
                    write(writer, RuleNumbers.RTM_DELRULE, flags, sequence, remove.rule());
        }
    }

    private static void write(NetlinkWriter writer, int type, int flags, int sequence, Rule rule) {
        writer.begin(type, Netlink.NLM_F_REQUEST | flags, sequence)
                .putByte(AddressFamily.number(rule.family()))
                .putByte(rule.to().map(IpPrefix::length).orElse(0))
                .putByte(rule.from().map(IpPrefix::length).orElse(0))
                .putByte(rule.tos())
                .putByte(0) // The table has too few bits here; FRA_TABLE follows.
                .putByte(0)
                .putByte(0)
                .putByte(action(rule.action()))
                .putInt(rule.inverted() ? RuleNumbers.FIB_RULE_INVERT : 0)
                .attributeInt(RuleNumbers.FRA_PRIORITY, (int) rule.preference())
                .attributeByte(RuleNumbers.FRA_PROTOCOL, rule.protocol());
        writeSelectors(writer, rule);
        writeAction(writer, rule.action());
        writer.end();
    }

    private static int action(RuleAction action) {
        return switch (action) {
            case RuleAction.Lookup lookup -> RuleNumbers.FR_ACT_TO_TBL;
            case RuleAction.Goto goTo -> RuleNumbers.FR_ACT_GOTO;
            case RuleAction.Nop nop -> RuleNumbers.FR_ACT_NOP;
            case RuleAction.Blackhole blackhole -> RuleNumbers.FR_ACT_BLACKHOLE;
            case RuleAction.Unreachable unreachable -> RuleNumbers.FR_ACT_UNREACHABLE;
            case RuleAction.Prohibit prohibit -> RuleNumbers.FR_ACT_PROHIBIT;
        };
    }

    private static void writeSelectors(NetlinkWriter writer, Rule rule) {
        rule.from().ifPresent(p -> writer.attribute(RuleNumbers.FRA_SRC, p.address().bytes()));
        rule.to().ifPresent(p -> writer.attribute(RuleNumbers.FRA_DST, p.address().bytes()));
        rule.mark()
                .ifPresent(
                        mark ->
                                writer.attributeInt(RuleNumbers.FRA_FWMARK, (int) mark.value())
                                        .attributeInt(RuleNumbers.FRA_FWMASK, (int) mark.mask()));
        rule.inputDevice()
                .ifPresent(name -> writer.attributeText(RuleNumbers.FRA_IIFNAME, name.name()));
        rule.outputDevice()
                .ifPresent(name -> writer.attributeText(RuleNumbers.FRA_OIFNAME, name.name()));
        // In network order, other than the rest.
        rule.tunnelId()
                .ifPresent(
                        id ->
                                writer.attribute(
                                        RuleNumbers.FRA_TUN_ID,
                                        ByteBuffer.allocate(Long.BYTES).putLong(id).array()));
        rule.users()
                .ifPresent(
                        users ->
                                writer.attribute(
                                        RuleNumbers.FRA_UID_RANGE,
                                        pair(Integer.BYTES)
                                                .putInt((int) users.first())
                                                .putInt((int) users.last())
                                                .array()));
        rule.ipProtocol().ifPresent(n -> writer.attributeByte(RuleNumbers.FRA_IP_PROTO, n));
        writePorts(writer, RuleNumbers.FRA_SPORT_RANGE, rule.sourcePorts());
        writePorts(writer, RuleNumbers.FRA_DPORT_RANGE, rule.destinationPorts());
    }

    private static void writePorts(NetlinkWriter writer, int type, Optional<PortRange> ports) {
        ports.ifPresent(
                range ->
                        writer.attribute(
                                type,
                                pair(Short.BYTES)
                                        .putShort((short) range.first())
                                        .putShort((short) range.last())
                                        .array()));
    }

    private static ByteBuffer pair(int size) {
        return ByteBuffer.allocate(2 * size).order(ByteOrder.nativeOrder());
    }

    private static void writeAction(NetlinkWriter writer, RuleAction action) {
        switch (action) {
            case RuleAction.Lookup lookup -> writeLookup(writer, lookup);
            case RuleAction.Goto goTo ->
                    writer.attributeInt(RuleNumbers.FRA_GOTO, (int) goTo.target());
            case RuleAction.Nop nop -> {}
            case RuleAction.Blackhole blackhole -> {}
            case RuleAction.Unreachable unreachable -> {}
            case RuleAction.Prohibit prohibit -> {}
        }
    }

    private static void writeLookup(NetlinkWriter writer, RuleAction.Lookup lookup) {
        lookup.table()
                .ifPresentOrElse(
                        table -> writer.attributeInt(RuleNumbers.FRA_TABLE, (int) table),
                        () -> writer.attributeByte(RuleNumbers.FRA_L3MDEV, 1));
        RuleAction.Suppress suppress = lookup.suppress();
        suppress.prefixLength()
                .ifPresent(n -> writer.attributeInt(RuleNumbers.FRA_SUPPRESS_PREFIXLEN, n));
        suppress.interfaceGroup()
                .ifPresent(n -> writer.attributeInt(RuleNumbers.FRA_SUPPRESS_IFGROUP, n));
        if (!lookup.realms().equals(Realms.NONE)) {
            writer.attributeInt(RuleNumbers.FRA_FLOW, lookup.realms().bits());
        }
    }
}
