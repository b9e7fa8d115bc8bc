/** Packets between an SNMP agent and its subagents, AgentX of RFC 2741, as bytes and as records. */
package org.ninelives.snmp.wire;
