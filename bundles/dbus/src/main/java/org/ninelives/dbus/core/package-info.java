/** How things are called on the bus; pure. */
package org.ninelives.dbus.core;
