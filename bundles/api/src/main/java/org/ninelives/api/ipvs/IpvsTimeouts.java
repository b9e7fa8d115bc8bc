package org.ninelives.api.ipvs;

/**
 * How long idle connections are kept, seconds, 0..2678400; 0 in a change keeps what is.
 *
 * @param tcp established
 * @param tcpFin after FIN
 */
public record IpvsTimeouts(int tcp, int tcpFin, int udp) {}
