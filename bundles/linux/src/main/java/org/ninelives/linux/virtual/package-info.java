/** Virtual interfaces: macvlan and ipvlan by rtnetlink(7), and the look whether they work. */
package org.ninelives.linux.virtual;
