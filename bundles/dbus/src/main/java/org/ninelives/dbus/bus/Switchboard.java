package org.ninelives.dbus.bus;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.dbus.core.ObjectPaths;
import org.ninelives.dbus.core.Standing;
import org.ninelives.dbus.wire.Body;
import org.ninelives.dbus.wire.Decoder;
import org.ninelives.dbus.wire.Encoder;
import org.ninelives.dbus.wire.MalformedException;
import org.ninelives.dbus.wire.Message;
import org.ninelives.dbus.wire.Message.Field;

/** The objects on the bus, and what they answer. Calls by one thread at a time. */
final class Switchboard {

    private final Node node;
    private final Users users;
    private final MachineId machineId;
    private final Gate gate;

    /** The virtual routers that are shown, by their paths; changed by another thread. */
    private final Map<String, String> instances = new ConcurrentHashMap<>();

    /** Asks the bus. */
    @FunctionalInterface
    interface Users {

        /** The user of a connection, by its name; empty if the bus does not tell. */
        OptionalInt of(String connection);
    }

    /** The number of this machine, 32 digits. */
    @FunctionalInterface
    interface MachineId {
        String read() throws IOException;
    }

    /** A call, and what it is about. */
    private record Call(Message message, String path, String type, String member) {

        static Call of(Message message) {
            return new Call(
                    message,
                    message.field(Field.PATH),
                    message.field(Field.INTERFACE),
                    message.field(Field.MEMBER));
        }

        /** Whether it may mean this; an interface need not be named. */
        boolean means(String wantedType, String wantedMember) {
            return member.equals(wantedMember) && (type.isEmpty() || type.equals(wantedType));
        }
    }

    Switchboard(Node node, Users users, MachineId machineId, LongSupplier clockNanos) {
        this.node = node;
        this.users = users;
        this.machineId = machineId;
        gate = new Gate(clockNanos);
    }

    void show(String path, String instance) {
        instances.put(path, instance);
    }

    void hide(String path) {
        instances.remove(path);
    }

    /** The answer to a call. */
    Message answer(Message message) {
        try {
            return message.reply(answer(Call.of(message)));
        } catch (RefusedException e) {
            return message.error(e.name().full(), e.getMessage());
        } catch (IOException | MalformedException | IllegalStateException e) {
            return message.error(ErrorName.FAILED.full(), String.valueOf(e.getMessage()));
        }
    }

    private Body answer(Call call) throws RefusedException, IOException, MalformedException {
        if (call.means(Introspection.PEER, "Ping")) {
            return Body.EMPTY;
        }
        if (call.means(Introspection.PEER, "GetMachineId")) {
            return Body.of(machineId.read());
        }
        if (call.means(Introspection.INTROSPECTABLE, "Introspect")) {
            return Body.of(introspect(call.path()));
        }
        String instance = instances.get(call.path());
        boolean isVrrp = call.path().equals(ObjectPaths.VRRP);
        if (instance == null && !isVrrp) {
            throw noObject(call.path());
        }
        if (call.type().equals(Introspection.PROPERTIES)) {
            return properties(call, instance == null ? "" : instance);
        }
        act(call, deed(call, instance));
        return Body.EMPTY;
    }

    private String introspect(String path) throws RefusedException {
        String text = Introspection.of(path, instances.keySet());
        if (text.isEmpty()) {
            throw noObject(path);
        }
        return text;
    }

    private static RefusedException noObject(String path) {
        return new RefusedException(ErrorName.UNKNOWN_METHOD, "there is no object at " + path);
    }

    private Runnable deed(Call call, String instance) throws RefusedException {
        if (!call.message().field(Field.SIGNATURE).isEmpty()) {
            throw noMethod(call);
        }
        if (instance != null) {
            if (call.means(Introspection.INSTANCE, "SendGarp")) {
                return () -> node.sendGarp(instance);
            }
            throw noMethod(call);
        }
        if (!call.means(Introspection.VRRP, call.member())) {
            throw noMethod(call);
        }
        return switch (call.member()) {
            case "PrintData" -> () -> node.print(Node.Order.DATA);
            case "PrintStats" -> () -> node.print(Node.Order.STATS);
            case "PrintStatsClear" -> () -> node.print(Node.Order.STATS_CLEAR);
            case "ReloadConfig" -> node::reload;
            default -> throw noMethod(call);
        };
    }

    private static RefusedException noMethod(Call call) {
        String signature = call.message().field(Field.SIGNATURE);
        return new RefusedException(
                ErrorName.UNKNOWN_METHOD,
                "there is no method "
                        + call.member()
                        + (signature.isEmpty() ? "" : " for (" + signature + ")")
                        + " at "
                        + call.path());
    }

    private void act(Call call, Runnable deed) throws RefusedException {
        String connection = call.message().field(Field.SENDER);
        gate.pass(
                connection, users.of(connection), call.path() + ": " + call.member() + "()", deed);
    }

    private Body properties(Call call, String instance)
            throws RefusedException, MalformedException {
        String signature = call.message().field(Field.SIGNATURE);
        return switch (call.member() + signature) {
            case "Getss" -> {
                Decoder values = call.message().values();
                yield property(values.text(), values.text(), instance);
            }
            case "GetAlls" -> allProperties(call.message().values().text(), instance);
            case "Setssv" ->
                    throw new RefusedException(
                            ErrorName.PROPERTY_READ_ONLY, "no property can be set");
            default -> throw noMethod(call);
        };
    }

    private Body property(String type, String name, String instance) throws RefusedException {
        boolean ours = type.isEmpty() || type.equals(Introspection.INSTANCE);
        if (!instance.isEmpty() && ours) {
            switch (name) {
                case "Name" -> {
                    return new Body("v", name(new Encoder(), instance).bytes());
                }
                case "State" -> {
                    return new Body("v", state(new Encoder(), instance).bytes());
                }
                default -> {}
            }
        }
        throw new RefusedException(ErrorName.INVALID_ARGS, "there is no property " + name);
    }

    private Body allProperties(String type, String instance) {
        Encoder properties = new Encoder();
        if (!instance.isEmpty() && (type.isEmpty() || type.equals(Introspection.INSTANCE))) {
            name(properties.struct().text("Name"), instance);
            state(properties.struct().text("State"), instance);
        }
        return new Body("a{sv}", new Encoder().array(properties).bytes());
    }

    /** keepalived says text and sends a struct of one; who reads the name of it expects that. */
    private static Encoder name(Encoder variant, String instance) {
        return variant.signature("(s)").struct().text(instance);
    }

    private Encoder state(Encoder variant, String instance) {
        VrrpState state = node.state(instance);
        Standing standing = Standing.of(state);
        return variant.signature("(us)").struct().word(standing.number()).text(standing.word());
    }
}
