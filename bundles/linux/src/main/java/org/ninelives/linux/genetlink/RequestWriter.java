package org.ninelives.linux.genetlink;

import org.ninelives.linux.netlink.NetlinkWriter;

/**
 * How requests are said to a family.
 *
 * @param <T> what a request says
 */
public interface RequestWriter<T> {

    /** The command of the family that it is. */
    int command(T request);

    /** Writes the attributes of its message, at most {@link GenericNetlinkSocket#REQUEST_MAX}. */
    void writeAttributes(T request, NetlinkWriter writer);
}
