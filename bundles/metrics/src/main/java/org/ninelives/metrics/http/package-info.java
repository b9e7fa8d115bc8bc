/** The page of metrics, and who serves it. */
package org.ninelives.metrics.http;
