/**
 * Families of generic netlink, which the kernel numbers when it loads them.
 *
 * <p>A message has a command, a version and attributes, see {@code struct genlmsghdr} of
 * linux/genetlink.h.
 */
@Export
@Version("0.1.0")
package org.ninelives.linux.genetlink;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
