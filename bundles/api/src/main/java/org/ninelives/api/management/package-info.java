/**
 * The daemon as MXBeans: interfaces and records that a client needs, and the names they have.
 *
 * <p>A single bean is published in the service registry under its interface with the property
 * {@link org.ninelives.api.management.ObjectNames#PROPERTY}. Many are one service together, a
 * {@link org.ninelives.api.management.BeanCollection}. The management bundle registers both with
 * the platform's MBean server and takes them out when the service goes.
 */
@Export
@Version("0.1.0")
package org.ninelives.api.management;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
