package org.ninelives.linux.genetlink;

import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;

/** Takes the messages of an answer, one after the other. */
@FunctionalInterface
public interface AnswerReader {

    /** The attributes are valid during this call only. */
    void read(AttributeReader attributes) throws NetlinkFormatException;
}
