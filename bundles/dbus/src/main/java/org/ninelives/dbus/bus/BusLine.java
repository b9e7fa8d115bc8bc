package org.ninelives.dbus.bus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ninelives.dbus.core.ObjectPaths;
import org.ninelives.dbus.core.Standing;
import org.ninelives.dbus.wire.Body;
import org.ninelives.dbus.wire.Decoder;
import org.ninelives.dbus.wire.MalformedException;
import org.ninelives.dbus.wire.Message;
import org.ninelives.dbus.wire.Message.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the bus: one thread reads, another answers what is asked. */
final class BusLine implements Line {

    private static final Logger LOG = LoggerFactory.getLogger(BusLine.class);

    private static final String BUS = "org.freedesktop.DBus";
    private static final String BUS_PATH = "/org/freedesktop/DBus";

    /** The bus itself answers at once. */
    private static final int ANSWER_SECONDS = 5;

    /** Of calls that wait; who asks for more at once hears so. */
    private static final int CALLS_MAX = 64;

    /** Not to wait for the name if another process has it. */
    private static final int DO_NOT_QUEUE = 4;

    private static final int PRIMARY_OWNER = 1;
    private static final int ALREADY_OWNER = 4;

    private static final List<Path> MACHINE_IDS =
            List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

    private final BusSocket socket;
    private final String serviceName;
    private final Consumer<String> lost;
    private final Switchboard switchboard;
    private final Map<Integer, CompletableFuture<Message>> awaited = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService calls =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(CALLS_MAX),
                    Thread.ofPlatform().daemon().name("dbus-calls").factory());

    private BusLine(BusSocket socket, String serviceName, Node node, Consumer<String> lost) {
        this.socket = socket;
        this.serviceName = serviceName;
        this.lost = lost;
        switchboard = new Switchboard(node, this::userOf, BusLine::readMachineId, System::nanoTime);
    }

    /**
     * Connects to the system bus.
     *
     * @param address as {@code DBUS_SYSTEM_BUS_ADDRESS} has it
     * @param serviceName to be claimed later
     */
    static Line dial(String address, String serviceName, Node node, Consumer<String> lost)
            throws IOException {
        BusLine line = new BusLine(BusSocket.open(address), serviceName, node, lost);
        Thread.ofPlatform().daemon().name("dbus-reader").start(line::read);
        try {
            line.askBus("Hello", Body.EMPTY);
        } catch (IOException e) {
            line.close();
            throw e;
        }
        return line;
    }

    private void read() {
        try {
            while (true) {
                handle(socket.receive());
            }
        } catch (IOException e) {
            boolean byItself = closed.compareAndSet(false, true);
            end();
            if (byItself) {
                lost.accept(e.getMessage());
            }
        }
    }

    private void handle(Message message) throws IOException {
        switch (message.kind()) {
            case CALL -> {
                try {
                    calls.execute(() -> answer(message));
                } catch (RejectedExecutionException e) {
                    reply(
                            message,
                            message.error(ErrorName.LIMITS_EXCEEDED.full(), "too many calls"));
                }
            }
            case RETURN, ERROR -> {
                CompletableFuture<Message> question = awaited.remove(message.replySerial());
                if (question != null) {
                    question.complete(message);
                }
            }
            case SIGNAL, INVALID -> LOG.trace("The bus tells {}", message.field(Field.MEMBER));
        }
    }

    private void answer(Message call) {
        try {
            reply(call, switchboard.answer(call));
        } catch (IOException e) {
            LOG.debug("Who called is gone", e);
        } catch (RuntimeException e) {
            LOG.error("A call over D-Bus cannot be answered", e);
        }
    }

    private void reply(Message call, Message answer) throws IOException {
        if (call.wantsReply()) {
            socket.send(answer);
        }
    }

    /** Asks the bus itself. Not on the thread that reads. */
    private Decoder askBus(String member, Body body) throws IOException {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        int serial = socket.nextSerial();
        awaited.put(serial, answer);
        try {
            socket.send(Message.call(BUS, BUS_PATH, BUS, member, body), serial);
            Message message = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (message.kind() == Message.Kind.ERROR) {
                throw new IOException(message.values().text());
            }
            return message.values();
        } catch (MalformedException e) {
            throw new IOException(e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException("the bus does not answer", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            awaited.remove(serial);
        }
    }

    private OptionalInt userOf(String connection) {
        try {
            return OptionalInt.of(askBus("GetConnectionUnixUser", Body.of(connection)).word());
        } catch (IOException | MalformedException e) {
            LOG.debug("The user of {}", connection, e);
            return OptionalInt.empty();
        }
    }

    private static String readMachineId() throws IOException {
        for (Path file : MACHINE_IDS) {
            if (Files.isReadable(file)) {
                return Files.readString(file).strip();
            }
        }
        throw new IOException("this machine has no /etc/machine-id");
    }

    @Override
    public void show(String path, String instance) {
        switchboard.show(path, instance);
    }

    @Override
    public void hide(String path) {
        switchboard.hide(path);
    }

    @Override
    public void claimName() throws IOException {
        Decoder answer = askBus("RequestName", Body.of(serviceName, DO_NOT_QUEUE));
        if (!isOwner(answer)) {
            throw new IOException("another process has the name " + serviceName);
        }
    }

    private static boolean isOwner(Decoder answer) throws IOException {
        try {
            int result = answer.word();
            return result == PRIMARY_OWNER || result == ALREADY_OWNER;
        } catch (MalformedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void tell(News news) throws IOException {
        socket.send(
                Message.signal(ObjectPaths.VRRP, Introspection.VRRP, news.signal(), Body.EMPTY));
    }

    @Override
    public void tell(String path, Standing standing) throws IOException {
        Body status = Body.of(standing.number());
        socket.send(Message.signal(path, Introspection.INSTANCE, "VrrpStatusChange", status));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            end();
        }
    }

    private void end() {
        socket.close();
        calls.shutdownNow();
        awaited.values()
                .forEach(each -> each.completeExceptionally(new IOException("the bus is gone")));
    }
}
