/** The keywords of SNMP, and what they say. */
package org.ninelives.snmp.settings;
