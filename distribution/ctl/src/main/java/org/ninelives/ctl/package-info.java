/** {@code ninelivesctl}: what the daemon's beans offer, at the terminal. */
package org.ninelives.ctl;
