/** What the results of a script say about it, and when it runs; pure. */
package org.ninelives.track.script.core;
