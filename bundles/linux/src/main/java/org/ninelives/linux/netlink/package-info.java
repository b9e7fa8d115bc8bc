/**
 * The bytes of netlink(7) messages, written and read without any socket.
 *
 * <p>A datagram holds messages, a message has a header, a body of fixed layout and attributes, and
 * an attribute holds a value or attributes. All numbers are in the byte order of the machine.
 */
@Export
@Version("0.1.0")
package org.ninelives.linux.netlink;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
