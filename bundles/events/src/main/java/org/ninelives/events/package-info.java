/** Hands on what happens; it needs nobody, so that those who tell it need nobody else. */
package org.ninelives.events;
