/** What becomes of the files of a folder over time; pure. */
package org.ninelives.dropin.core;
