/**
 * The status page: what the beans of all bundles tell, live in a browser, and what may be done with
 * them.
 *
 * <pre>
 *   status_page_address  →  PageSection  →  Site ── each client on a virtual thread of http
 *                                            │  Sessions   who has logged in, by api.access
 *                                            │  Acts       orders, through the guard of management
 *                                          Live ── one thread while somebody looks
 *                                            │
 *                               Rows  ←  beans in the service registry
 * </pre>
 */
package org.ninelives.page;
