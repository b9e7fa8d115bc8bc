/**
 * SNMP by way of the machine's own agent: a subagent by AgentX, RFC 2741.
 *
 * <pre>
 *   enable_snmp_…  →  SnmpSection  →  Subagent ── one thread that answers, one that tells and pings
 *                                        │
 *                       core: Responder over sorted Variables, renewed each second while asked
 *                                        │
 *                       mib: tables  ←  beans in the service registry
 * </pre>
 */
package org.ninelives.snmp;
