/** Interfaces, their addresses, routes and policy rules by rtnetlink(7). */
package org.ninelives.linux.rtnetlink;
