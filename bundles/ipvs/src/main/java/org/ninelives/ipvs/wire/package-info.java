/** What is said to IPVS and what it answers, as attributes of linux/ip_vs.h. */
package org.ninelives.ipvs.wire;
