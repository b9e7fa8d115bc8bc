/** What is asked of a web server and what becomes of its answer, byte by byte; pure. */
package org.ninelives.check.http.core;
