/**
 * The daemon as MXBeans: interfaces and records that a client needs, and the names they have.
 *
 * <p>A service publishes its bean in the service registry under the bean's interface with the
 * property {@link org.ninelives.api.management.ObjectNames#PROPERTY}; the management bundle
 * registers it with the platform's MBean server and takes it out when the service goes.
 */
@Export
@Version("0.1.0")
package org.ninelives.api.management;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
