package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;

/** A socket by which one virtual router sends on its virtual interface. */
record Outlet(int linkIndex, AdvertSocket socket) {

    void send(ByteBuffer packet, IpAddress destination) {
        socket.send(packet, destination);
    }

    void close() {
        socket.close();
    }
}
