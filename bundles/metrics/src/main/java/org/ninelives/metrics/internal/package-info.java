/** What OSGi sees of metrics: the section of the configuration, and the beans of others. */
package org.ninelives.metrics.internal;
