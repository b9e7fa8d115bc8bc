package org.ninelives.labs;

import java.util.List;

/** Stands in for systemd: a socket that writes down what it hears. */
final class ServiceManagers {

    /** Prints each datagram as a line, after the monotonic time in microseconds. */
    private static final String PROGRAM =
            """
            import socket, sys, time
            manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            manager.bind(sys.argv[1].replace('@', '\\0', 1))
            print('listening', flush=True)
            while True:
                message = manager.recv(65536).decode()
                print(time.monotonic_ns() // 1000, message.replace('\\n', '|'), flush=True)
            """;

    private ServiceManagers() {}

    /**
     * Starts one on a node; it listens when this returns, and ends with the lab.
     *
     * @param socket the value for {@code NOTIFY_SOCKET}: a path, or a name after {@code @}
     */
    static Log listen(Node node, String socket) {
        node.start("manager", List.of("python3", "-c", PROGRAM, socket));
        Log manager = node.log("manager");
        manager.await("listening");
        return manager;
    }
}
