package org.ninelives.linux.nftables;

import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Writes one rule, expression by expression; each method is one of nft(8)'s own. */
final class RuleWriter {

    private final BatchWriter batch;
    private final NetlinkWriter writer;
    private final int expressions;

    /** Begins a rule at the end of a chain. */
    RuleWriter(BatchWriter batch, TableName table, String chain, String name) {
        this.batch = batch;
        int flags = Netlink.NLM_F_CREATE | Netlink.NLM_F_APPEND;
        writer = batch.begin(Nftables.NFT_MSG_NEWRULE, flags, table, name);
        writer.attributeText(Nftables.NFTA_RULE_CHAIN, chain);
        expressions = writer.beginNested(Nftables.NFTA_RULE_EXPRESSIONS);
    }

    /** Loads bytes of a header. */
    RuleWriter load(int header, int offset, int length, int register) {
        return expression(
                "payload",
                () -> {
                    batch.number(Nftables.NFTA_PAYLOAD_DREG, register);
                    batch.number(Nftables.NFTA_PAYLOAD_BASE, header);
                    batch.number(Nftables.NFTA_PAYLOAD_OFFSET, offset);
                    batch.number(Nftables.NFTA_PAYLOAD_LEN, length);
                });
    }

    /** Loads something the kernel knows of the packet. */
    RuleWriter meta(int key, int register) {
        return expression(
                "meta",
                () -> {
                    batch.number(Nftables.NFTA_META_DREG, register);
                    batch.number(Nftables.NFTA_META_KEY, key);
                });
    }

    /** Gives the packet the mark that is in the register. */
    RuleWriter mark(int register) {
        return expression(
                "meta",
                () -> {
                    batch.number(Nftables.NFTA_META_KEY, Nftables.NFT_META_MARK);
                    batch.number(Nftables.NFTA_META_SREG, register);
                });
    }

    /** Goes on if the first byte of the register is from low to high. */
    RuleWriter between(int low, int high, int register) {
        if (low == high) {
            return compare(Nftables.NFT_CMP_EQ, low, register);
        }
        return compare(Nftables.NFT_CMP_GTE, low, register)
                .compare(Nftables.NFT_CMP_LTE, high, register);
    }

    private RuleWriter compare(int operation, int value, int register) {
        return expression(
                "cmp",
                () -> {
                    batch.number(Nftables.NFTA_CMP_SREG, register);
                    batch.number(Nftables.NFTA_CMP_OP, operation);
                    batch.data(Nftables.NFTA_CMP_DATA, new byte[] {(byte) value});
                });
    }

    /** Goes on if the set has what is in the registers from this one on. */
    RuleWriter isIn(String set, int register) {
        return expression(
                "lookup",
                () -> {
                    writer.attributeText(Nftables.NFTA_LOOKUP_SET, set);
                    batch.number(Nftables.NFTA_LOOKUP_SREG, register);
                });
    }

    /** Goes on if the map has what is in the register, which then holds what the map says. */
    RuleWriter translate(String map, int register) {
        return expression(
                "lookup",
                () -> {
                    writer.attributeText(Nftables.NFTA_LOOKUP_SET, map);
                    batch.number(Nftables.NFTA_LOOKUP_SREG, register);
                    batch.number(Nftables.NFTA_LOOKUP_DREG, register);
                });
    }

    /** Sends a copy to an address by an interface. */
    RuleWriter duplicate(int addressRegister, int linkRegister) {
        return expression(
                "dup",
                () -> {
                    batch.number(Nftables.NFTA_DUP_SREG_ADDR, addressRegister);
                    batch.number(Nftables.NFTA_DUP_SREG_DEV, linkRegister);
                });
    }

    /** Ends the rule: what becomes of the packet, and whether it is counted. */
    void end(boolean counted, int verdict) {
        if (counted) {
            expression("counter", () -> {});
        }
        expression("immediate", () -> writeVerdict(verdict));
        writer.endNested(expressions).end();
    }

    private void writeVerdict(int verdict) {
        batch.number(Nftables.NFTA_IMMEDIATE_DREG, Nftables.NFT_REG_VERDICT);
        int data = writer.beginNested(Nftables.NFTA_IMMEDIATE_DATA);
        int nested = writer.beginNested(Nftables.NFTA_DATA_VERDICT);
        batch.number(Nftables.NFTA_VERDICT_CODE, verdict);
        writer.endNested(nested).endNested(data);
    }

    private RuleWriter expression(String name, Runnable attributes) {
        int element = writer.beginNested(Nftables.NFTA_LIST_ELEM);
        writer.attributeText(Nftables.NFTA_EXPR_NAME, name);
        int data = writer.beginNested(Nftables.NFTA_EXPR_DATA);
        attributes.run();
        writer.endNested(data).endNested(element);
        return this;
    }
}
