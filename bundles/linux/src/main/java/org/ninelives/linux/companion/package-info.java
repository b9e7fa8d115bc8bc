/**
 * A program beside the daemon, that undoes what the daemon did when it is killed or hangs.
 *
 * <p>It knows nothing of virtual routers: it reads what would undo each change ({@link
 * org.ninelives.linux.safeguard}), and does that when the pipe ends or falls silent. It must do
 * with this bundle's classes that need no other jar than JNA's.
 *
 * <p>What it read it keeps in a file too ({@link org.ninelives.linux.companion.UndoFile}), if the
 * environment names one. Should it be killed along with the daemon, another program does from there
 * what it would have done ({@link org.ninelives.linux.companion.Leftovers}).
 */
package org.ninelives.linux.companion;
