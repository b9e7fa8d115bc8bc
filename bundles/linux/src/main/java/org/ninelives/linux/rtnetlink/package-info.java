/** Interfaces and their addresses by rtnetlink(7). */
package org.ninelives.linux.rtnetlink;
