/**
 * A small HTTP server for loopback ports: one request and one answer for each connection, every
 * client bounded in time and number.
 *
 * <pre>
 *   Listener ── one thread that accepts
 *      │ each Client on a virtual thread
 *   Handler.answer(Request, Answer)
 * </pre>
 *
 * <p>It is not the server of the JDK, whose limits of time are those of the whole process and whose
 * threads a slow client holds.
 */
@Export
@Version("0.1.0")
package org.ninelives.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
