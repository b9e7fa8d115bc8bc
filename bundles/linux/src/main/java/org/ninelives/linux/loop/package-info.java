/** The loop: one thread, its sockets, its deadlines and its mailbox. */
package org.ninelives.linux.loop;
