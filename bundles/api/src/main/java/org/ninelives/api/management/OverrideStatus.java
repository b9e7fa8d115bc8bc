package org.ninelives.api.management;

/** What an operator has set in place of the configuration. */
public record OverrideStatus(
        @Description("priority, standby, disabled, tracker-weight, weight or drain") String kind,
        @Description(
                        "What it concerns, such as VI_1, [10.0.0.1]:tcp:80, [10.0.0.1]:tcp:80"
                                + " [192.168.0.2]:tcp:80, or VI_1 script chk for what VI_1 tracks")
                String subject,
        @Description(
                        "What holds: a number, or on; of a drain the seconds it may take, 0 for"
                                + " drain_timeout")
                String value,
        @Description(
                        "What would hold without it: a number, or off; empty while the subject is"
                                + " not there, until which it waits")
                String configured,
        @Description("Who set it, such as control at 127.0.0.1, or local for one of this machine")
                String setBy,
        @Description("When it was set, milliseconds since 1970 UTC") long setMillis,
        @Description("When it ends, milliseconds since 1970 UTC; 0 for no end") long untilMillis,
        @Description(
                        "UNTIL_RELOAD, UNTIL_RESTART or UNTIL_REVERTED: what ends it before that;"
                                + " less than what was asked for while it could not be stored")
                String lasting) {}
