/** What can be asked for, and how a subagent answers: a pure machine between records. */
package org.ninelives.snmp.core;
