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
 * @param opening how one begins of which each piece is in order, and there is no end of pieces
 * @param piece such a piece
 */
record Speech(
        UnaryOperator<Server> turn,
        String half,
        String rest,
        String endless,
        String opening,
        String piece) {

    /** Of servers of which nobody asks anything. */
    static final Speech NONE = new Speech(UnaryOperator.identity(), "", "", "", "", "x");

    static final Speech WEB =
            new Speech(
                    Misbehaviour::onceAsked,
                    "HTTP/1.0 200 OK\r\nServer: nobo",
                    "dy\r\n\r\nhello",
                    "HTTP/1.0 200 OK\r\n\r\n",
                    "HTTP/1.0 200 OK\r\n",
                    "Server: nobody\r\n");

    /** The same, broken in the body, which has many chunks where it has no end. */
    static final Speech PAGE =
            new Speech(
                    Misbehaviour::onceAsked,
                    "HTTP/1.0 200 OK\r\n\r\nhello ",
                    "my world",
                    "HTTP/1.0 200 OK\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                    "5\r\nhello\r\n");

    /** Who speaks first. */
    static final Speech MAIL =
            new Speech(
                    UnaryOperator.identity(),
                    "220 hel",
                    "lo\r\n250 ok\r\n221 bye\r\n",
                    "220-",
                    "",
                    "220-hello\r\n");

    /** Twelve bytes, which are no answer; asked in so many bytes that nobody waits for the end. */
    static final Speech NAMES =
            new Speech(
                    UnaryOperator.identity(), "\0\14noth", "ing here", "", "", "\0\14nothing here");

    String whole() {
        return half + rest;
    }

    /** A server that says all as it should. */
    Server good() {
        return turn.apply(Misbehaviour.halfClosesAfter(whole()));
    }
}
