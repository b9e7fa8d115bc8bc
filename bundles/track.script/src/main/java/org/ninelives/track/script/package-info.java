/** Scripts whose result decides about priorities. */
package org.ninelives.track.script;
