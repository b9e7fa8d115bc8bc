/** The list of overrides as a pure machine, its text in the state file, and its log lines. */
package org.ninelives.overrides.core;
