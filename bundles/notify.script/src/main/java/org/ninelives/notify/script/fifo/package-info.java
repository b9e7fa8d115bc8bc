/** The FIFOs that are open and the programs that read them. */
package org.ninelives.notify.script.fifo;
