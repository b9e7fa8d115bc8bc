/**
 * The files that signals ask for: who knows something tells it, and here it is put together and
 * written.
 *
 * <pre>
 * signal → Dumps (a thread of its own) → DumpSources → FileText, JsonText → AtomicFile
 * </pre>
 */
package org.ninelives.dump;
