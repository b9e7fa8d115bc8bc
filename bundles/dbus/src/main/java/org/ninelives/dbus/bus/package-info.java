/** The connection to the bus, and what others find there. */
package org.ninelives.dbus.bus;
