/** What a configuration says about scripts that are tracked; pure. */
package org.ninelives.track.script.settings;
