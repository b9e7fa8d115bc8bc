/** Runs notify scripts in the order of events. */
package org.ninelives.notify.script.call;
