package org.ninelives.snmp.wire;

/**
 * One packet of a session.
 *
 * @param session the number that the master gave the session; 0 before it did
 * @param transaction what the master's work belongs to
 * @param id which packet a response answers
 */
public record Packet(int session, int transaction, int id, Pdu pdu) {

    /** The answer to this. */
    public Packet answer(Pdu.Response response) {
        return new Packet(session, transaction, id, response);
    }
}
