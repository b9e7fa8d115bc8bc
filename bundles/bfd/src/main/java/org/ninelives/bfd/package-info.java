/** Bidirectional forwarding detection. */
package org.ninelives.bfd;
