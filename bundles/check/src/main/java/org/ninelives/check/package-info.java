/** The engine of health checks. */
package org.ninelives.check;
