/** The checker that follows a tracked file. */
package org.ninelives.check.file;
