package org.ninelives.notify.email.core;

import java.time.Instant;

/**
 * What people are to read.
 *
 * @param time when it happened
 * @param nodeName the node it happened on, told in the subject
 * @param topic the subject without that
 * @param body lines ended by a newline each
 */
public record Mail(Instant time, String nodeName, String topic, String body) {

    public Mail {
        nodeName = onOneLine(nodeName);
        topic = onOneLine(topic);
    }

    /** {@code [lb01] VRRP Instance VI_1 - Entering MASTER state}. */
    public String subject() {
        return "[" + nodeName + "] " + topic;
    }

    /** A name with a line break must not become a header of its own. */
    private static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
