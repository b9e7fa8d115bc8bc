/** The keywords about the bus, and what they say. */
package org.ninelives.dbus.settings;
