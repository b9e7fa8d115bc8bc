/** Raw and packet sockets that send and receive in batches. */
package org.ninelives.linux.packet;
