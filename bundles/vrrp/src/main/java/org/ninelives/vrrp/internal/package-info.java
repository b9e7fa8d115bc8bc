/** The bundle's components: the section of the configuration, and the beans. */
package org.ninelives.vrrp.internal;
