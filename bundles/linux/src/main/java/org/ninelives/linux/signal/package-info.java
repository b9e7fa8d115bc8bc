/** Signals that a JVM lets nobody handle. */
package org.ninelives.linux.signal;
