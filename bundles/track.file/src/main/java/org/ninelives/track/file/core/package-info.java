/** What the text in a tracked file means, in pure classes. */
package org.ninelives.track.file.core;
