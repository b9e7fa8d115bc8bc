/** Keeps the list of what operators have set in place of the configuration. */
package org.ninelives.overrides;
