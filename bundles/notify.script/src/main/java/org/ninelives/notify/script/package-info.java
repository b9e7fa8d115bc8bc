/** Tells scripts and FIFOs what happens to virtual routers. */
package org.ninelives.notify.script;
