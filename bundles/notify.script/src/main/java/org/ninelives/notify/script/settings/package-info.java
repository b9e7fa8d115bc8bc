/** The keywords of FIFOs and notify scripts in global_defs, and what they were set to. */
package org.ninelives.notify.script.settings;
