/**
 * Metrics for Prometheus: what the beans of all bundles tell, as a page on a loopback port.
 *
 * <pre>
 *   metrics_address  →  MetricsSection  →  Scrapes ── each client on a virtual thread of http
 *                                             │
 *                                          Pages ── one thread that reads and writes, for all clients
 *                                             │
 *                            Catalogue of families  ←  beans in the service registry
 * </pre>
 */
package org.ninelives.metrics;
