/**
 * Every checker that has a socket, by the engine and the kernel, at servers of another host.
 *
 * <pre>
 *   MisbehaviourTest   what each makes of servers that do what no server should: misbehaviour.txt
 *   WayTest            bindto, bind_port, bind_if, fwmark, connect_ip, connect_port
 *   AbsenceTest        the address of bindto and the interface of bind_if go and come back
 *   TimesTest          connect_timeout, check_timeout, retry, delay_before_retry, warmup
 * </pre>
 */
package org.ninelives.checkers;
