/** The bundle's components: the section of the configuration, what can be tracked, the beans. */
package org.ninelives.lvs.internal;
