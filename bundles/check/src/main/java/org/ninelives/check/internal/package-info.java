/** The engine of checks as a part of the registry. */
package org.ninelives.check.internal;
