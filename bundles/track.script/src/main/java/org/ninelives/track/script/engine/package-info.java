/** Starts the scripts that somebody follows when it is time, and tells what they say. */
package org.ninelives.track.script.engine;
