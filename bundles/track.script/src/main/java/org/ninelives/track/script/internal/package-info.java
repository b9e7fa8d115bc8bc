/** Scripts that are tracked as a part of the configuration and of the registry. */
package org.ninelives.track.script.internal;
