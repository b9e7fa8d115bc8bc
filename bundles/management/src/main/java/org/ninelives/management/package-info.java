/**
 * Shows the daemon to JMX clients: registers every bean that a service publishes, and lets clients
 * of this host connect.
 *
 * <pre>
 *   any service with jmx.objectname ──&gt; BeanWhiteboard ──&gt; platform MBean server
 *                                                             ▲
 *   jconsole, jmxterm ── 127.0.0.1, password ── LoopbackConnector
 * </pre>
 *
 * <p>Nothing here runs before the first configuration is applied, so it costs the start nothing.
 */
package org.ninelives.management;
