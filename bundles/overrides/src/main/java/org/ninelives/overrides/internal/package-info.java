/** The bundle's components: the list as a service and as a bean. */
package org.ninelives.overrides.internal;
