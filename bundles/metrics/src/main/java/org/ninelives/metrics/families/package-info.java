/** Which metrics there are, and how each is read off the beans. */
package org.ninelives.metrics.families;
