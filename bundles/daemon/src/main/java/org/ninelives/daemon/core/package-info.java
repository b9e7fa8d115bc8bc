/**
 * When a reload is due, whether what it brought is well, and when the watchdog is fed: pure, with
 * time as an argument.
 */
package org.ninelives.daemon.core;
