/** When a check is made, and what its results say about the server; pure. */
package org.ninelives.check.core;
