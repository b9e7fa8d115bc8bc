/** Messages of the bus and their bytes, by the D-Bus specification 0.43; pure. */
package org.ninelives.dbus.wire;
