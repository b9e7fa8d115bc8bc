/** The bytes of BFD control packets. */
package org.ninelives.bfd.wire;
