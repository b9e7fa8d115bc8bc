/** When a reload is due, and whether what it brought is well: pure, with time as an argument. */
package org.ninelives.daemon.core;
