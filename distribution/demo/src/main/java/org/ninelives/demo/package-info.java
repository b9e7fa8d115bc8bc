/** A failover to watch: two nodes, a client, a scripted story and a live view of it. */
package org.ninelives.demo;
