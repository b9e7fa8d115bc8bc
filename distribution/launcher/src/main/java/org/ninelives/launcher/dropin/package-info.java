/** Bundles that an operator adds while the daemon runs. */
package org.ninelives.launcher.dropin;
