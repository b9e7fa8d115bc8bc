/** The bundle's components: the section of the configuration, the trackers and the beans. */
package org.ninelives.bfd.internal;
