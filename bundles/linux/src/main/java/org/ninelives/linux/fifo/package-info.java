/** Named pipes, made and opened so that nobody can put something else in their place. */
package org.ninelives.linux.fifo;
