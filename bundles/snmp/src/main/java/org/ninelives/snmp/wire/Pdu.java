package org.ninelives.snmp.wire;

import java.util.List;

/** What a packet says, RFC 2741 section 6.2. Contexts other than the default one are refused. */
public sealed interface Pdu {

    /**
     * Asks the master for a session.
     *
     * @param timeoutSeconds how long it may wait for answers, 0..255; 0 for its own choice
     * @param id who we are
     * @param description who we are, for people
     */
    record Open(int timeoutSeconds, Oid id, Octets description) implements Pdu {}

    /**
     * Ends a session.
     *
     * @param reason 1..6, as below
     */
    record Close(int reason) implements Pdu {

        /** The subagent goes. */
        public static final int SHUTDOWN = 5;
    }

    /**
     * All below an identifier is asked here from now on.
     *
     * @param timeoutSeconds how long the master may wait for answers, 0..255; 0 for that of the
     *     session
     * @param priority 1..255, the least wins
     */
    record Register(int timeoutSeconds, int priority, Oid subtree) implements Pdu {

        /** RFC 2741 section 6.2.3. */
        public static final int DEFAULT_PRIORITY = 127;
    }

    /** Asks for exactly these. */
    record Get(List<SearchRange> ranges) implements Pdu {
        public Get {
            ranges = List.copyOf(ranges);
        }
    }

    /** Asks for the one that follows each. */
    record GetNext(List<SearchRange> ranges) implements Pdu {
        public GetNext {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * Asks for many that follow.
     *
     * @param nonRepeaters of so many ranges only one, 0..65535
     * @param maxRepetitions of the others so many at most, 0..65535
     */
    record GetBulk(int nonRepeaters, int maxRepetitions, List<SearchRange> ranges) implements Pdu {
        public GetBulk {
            ranges = List.copyOf(ranges);
        }
    }

    /** Asks whether all of these could be set. */
    record TestSet(List<VarBind> variables) implements Pdu {
        public TestSet {
            variables = List.copyOf(variables);
        }
    }

    /** Has what was tested set, taken back, or forgotten. */
    record Settle(Settling settling) implements Pdu {}

    /** How a transaction of sets goes on, with its number in packets. */
    enum Settling {
        COMMIT(9),
        UNDO(10),
        CLEANUP(11);

        private final int code;

        Settling(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** Has the master tell something by a notification. */
    record Notify(List<VarBind> variables) implements Pdu {
        public Notify {
            variables = List.copyOf(variables);
        }
    }

    /** Asks whether the other end is there. */
    record Ping() implements Pdu {}

    /**
     * Answers any of the others.
     *
     * @param sysUpTime hundredths of a second; the master's only
     * @param error what went wrong, by its number, 0..65535; 0 for nothing
     * @param index which variable that concerns, 1 for the first; 0 for none
     */
    record Response(int sysUpTime, int error, int index, List<VarBind> variables) implements Pdu {
        public Response {
            variables = List.copyOf(variables);
        }

        /** All went well. */
        public static Response of(List<VarBind> variables) {
            return new Response(0, 0, 0, variables);
        }

        /** Something went wrong. */
        public static Response failed(int error, int index) {
            return new Response(0, error, index, List.of());
        }
    }

    /** The number that stands for its type in packets. */
    default int code() {
        return switch (this) {
            case Open open -> Codes.OPEN;
            case Close close -> Codes.CLOSE;
            case Register register -> Codes.REGISTER;
            case Get get -> Codes.GET;
            case GetNext get -> Codes.GET_NEXT;
            case GetBulk get -> Codes.GET_BULK;
            case TestSet test -> Codes.TEST_SET;
            case Settle settle -> settle.settling().code();
            case Notify told -> Codes.NOTIFY;
            case Ping ping -> Codes.PING;
            case Response response -> Codes.RESPONSE;
        };
    }

    /** The numbers of RFC 2741 section 6.1. */
    final class Codes {
        static final int OPEN = 1;
        static final int CLOSE = 2;
        static final int REGISTER = 3;
        static final int GET = 5;
        static final int GET_NEXT = 6;
        static final int GET_BULK = 7;
        static final int TEST_SET = 8;
        static final int NOTIFY = 12;
        static final int PING = 13;
        static final int RESPONSE = 18;

        private Codes() {}
    }
}
