/** What OSGi sees of SNMP: the section of the configuration, and the beans of others. */
package org.ninelives.snmp.internal;
