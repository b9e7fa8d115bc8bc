/** What a configuration says about processes, read into what is wanted of them; pure. */
package org.ninelives.track.process.settings;
