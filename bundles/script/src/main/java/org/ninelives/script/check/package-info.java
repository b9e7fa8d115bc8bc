/** Whether a script may be run, as whom, and by which words. */
package org.ninelives.script.check;
