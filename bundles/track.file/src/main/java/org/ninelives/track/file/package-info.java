/** Files whose number decides about priorities. */
package org.ninelives.track.file;
