package org.ninelives.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.launcher.log.DatagramSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the service manager wants to hear how the daemon is: lines of assignments such as {@code
 * READY=1}, sd_notify(3). Any thread; a manager that cannot be told is no reason to stop.
 */
final class NotifySocket implements Consumer<String> {

    private static final Logger LOG = LoggerFactory.getLogger(NotifySocket.class);

    private final String path;

    private NotifySocket(String path) {
        this.path = path;
    }

    /**
     * The one of this process, if somebody wants to hear.
     *
     * @param variable the value of {@code NOTIFY_SOCKET}, or {@code null}
     */
    static Optional<NotifySocket> of(String variable) {
        return Optional.ofNullable(variable)
                .filter(path -> path.startsWith("/") || path.startsWith("@"))
                .map(NotifySocket::new);
    }

    @Override
    public void accept(String message) {
        try (DatagramSocket socket = DatagramSocket.connect(path)) {
            socket.send(message.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("The service manager cannot be told {}: {}", firstLine(message), e.toString());
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
