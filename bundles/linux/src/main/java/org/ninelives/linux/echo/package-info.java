/** Asking hosts whether they answer, by ICMP echo. */
package org.ninelives.linux.echo;
