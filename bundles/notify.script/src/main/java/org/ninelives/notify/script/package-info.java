/** Audience scripts and FIFOs. */
package org.ninelives.notify.script;
