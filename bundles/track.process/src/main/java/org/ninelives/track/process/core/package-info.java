/**
 * Which processes count, how many of them must run, and what that makes of events, in pure classes.
 */
package org.ninelives.track.process.core;
