/** IPVS of the kernel over generic netlink. */
package org.ninelives.ipvs;
