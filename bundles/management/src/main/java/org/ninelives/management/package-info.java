/**
 * Shows the daemon to JMX clients: registers every bean that a service publishes, describes it, and
 * writes down what clients change.
 *
 * <pre>
 *   any service with jmx.objectname ──&gt; BeanWhiteboard ──┐
 *   any BeanSource, beans of many ─────&gt; BeanSources ─────┴─&gt; platform MBean server
 *                                                             ▲             ▲
 *   jconsole, jmxterm ── address, password, role ── access ───┘      by process id
 * </pre>
 *
 * <p>Nothing here runs before the first configuration is applied, so it costs the start nothing.
 */
package org.ninelives.management;
