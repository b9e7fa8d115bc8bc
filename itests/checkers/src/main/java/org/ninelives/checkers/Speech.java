package org.ninelives.checkers;

import java.util.function.UnaryOperator;
import org.ninelives.testkit.network.Misbehaviour;
import org.ninelives.testkit.network.Server;

/**
 * What a good server says, in two halves, and where somebody worse might go on for ever.
 *
 * @param turn has a server wait until it is its turn
 * @param half of it, up to the middle of a word
 * @param rest of it
 * @param endless how an answer begins that has no end
 */
record Speech(UnaryOperator<Server> turn, String half, String rest, String endless) {

    /** Of servers of which nobody asks anything. */
    static final Speech NONE = new Speech(UnaryOperator.identity(), "", "", "");

    static final Speech WEB =
            new Speech(
                    Misbehaviour::onceAsked,
                    "HTTP/1.0 200 OK\r\nServer: nobo",
                    "dy\r\n\r\nhello",
                    "HTTP/1.0 200 OK\r\n\r\n");

    /** The same, broken in the body. */
    static final Speech PAGE =
            new Speech(
                    Misbehaviour::onceAsked,
                    "HTTP/1.0 200 OK\r\n\r\nhello ",
                    "my world",
                    "HTTP/1.0 200 OK\r\n\r\n");

    /** Who speaks first. */
    static final Speech MAIL =
            new Speech(UnaryOperator.identity(), "220 hel", "lo\r\n250 ok\r\n221 bye\r\n", "220-");

    /** Twelve bytes, which are no answer; asked in so many bytes that nobody waits for the end. */
    static final Speech NAMES = new Speech(UnaryOperator.identity(), "\0\14noth", "ing here", "");

    String whole() {
        return half + rest;
    }

    /** A server that says all as it should. */
    Server good() {
        return turn.apply(Misbehaviour.halfClosesAfter(whole()));
    }
}
