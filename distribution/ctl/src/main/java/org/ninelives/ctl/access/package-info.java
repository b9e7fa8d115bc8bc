/** The way to a daemon: where it is, who asks, and its beans as interfaces. */
package org.ninelives.ctl.access;
