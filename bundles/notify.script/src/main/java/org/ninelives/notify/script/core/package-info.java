/** What is told to scripts and FIFOs, and in which order scripts run; pure. */
package org.ninelives.notify.script.core;
