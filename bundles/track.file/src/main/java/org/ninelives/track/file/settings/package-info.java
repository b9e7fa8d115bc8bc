/** What a configuration says about files, read into what is wanted of them; pure. */
package org.ninelives.track.file.settings;
