/** IPVS of this machine's kernel. */
package org.ninelives.ipvs.internal;
