/** The session with the master: sockets, threads, and another attempt when it is gone. */
package org.ninelives.snmp.session;
