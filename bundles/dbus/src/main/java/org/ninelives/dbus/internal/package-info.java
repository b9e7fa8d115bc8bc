/** What OSGi sees of the bus: the section of the configuration, and the beans of others. */
package org.ninelives.dbus.internal;
