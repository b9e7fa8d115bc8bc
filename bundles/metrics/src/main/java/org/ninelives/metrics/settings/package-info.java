/** The keyword of metrics, and what it says. */
package org.ninelives.metrics.settings;
