/** The folder as a part of the registry: its conditions, its events, and a bean for each bundle. */
package org.ninelives.dropin.internal;
