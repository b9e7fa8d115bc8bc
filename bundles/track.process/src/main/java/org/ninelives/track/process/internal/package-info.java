/** The processes as services: their part of the configuration, their followers, their beans. */
package org.ninelives.track.process.internal;
