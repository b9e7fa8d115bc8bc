/** The commands, one class each. */
package org.ninelives.ctl.command;
