/** The command {@code --migrate-check}, and what it reads of the machine; it changes nothing. */
package org.ninelives.migrate.internal;
