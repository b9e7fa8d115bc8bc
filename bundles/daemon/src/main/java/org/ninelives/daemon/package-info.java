/**
 * The life of the daemon: reads the configuration, lets each section apply its part, and does so
 * again for each reload.
 *
 * <pre>
 *   files ─&gt; Loader ─&gt; Reading ─&gt; Preparation ─&gt; RunningConfiguration ─&gt; sections
 *            language   words      plan,          start, plan, reload,
 *            grammar    values     objections     roll back
 * </pre>
 *
 * <p>All of it happens on one thread, {@code configuration}; signals and JMX leave requests there.
 */
package org.ninelives.daemon;
