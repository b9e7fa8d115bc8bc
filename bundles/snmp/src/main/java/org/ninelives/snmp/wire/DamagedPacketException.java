package org.ninelives.snmp.wire;

/** Bytes are no packet of AgentX, or none that a subagent and its master say to each other. */
public final class DamagedPacketException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A sentence about what is wrong. */
    public DamagedPacketException(String message) {
        super(message);
    }
}
