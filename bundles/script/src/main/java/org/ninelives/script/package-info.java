/** Runs scripts. */
package org.ninelives.script;
