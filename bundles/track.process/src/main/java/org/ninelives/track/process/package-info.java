/** Processes whose presence decides about priorities. */
package org.ninelives.track.process;
