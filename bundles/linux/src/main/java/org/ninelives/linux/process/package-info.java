/**
 * The processes of this machine: a list from {@code /proc}, and what the process connector tells.
 */
package org.ninelives.linux.process;
