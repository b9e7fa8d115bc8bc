/**
 * What of a configuration and its machine is the same under Ninelives, what is different, and how
 * to change over; pure. The sentences are rows of a table, which says by {@link
 * org.ninelives.migrate.core.Touch} what each is about.
 */
package org.ninelives.migrate.core;
