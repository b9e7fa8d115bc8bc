package org.ninelives.bfd.core;

import java.util.Objects;

/** What can happen to a session; a {@link ControlPacket} is one that was received. */
public sealed interface Input permits ControlPacket, Input.Event, Input.SettingsChanged {

    Start START = new Start();
    Tick TICK = new Tick();
    Disable DISABLE = new Disable();
    Enable ENABLE = new Enable();

    /** Something that happens once. */
    sealed interface Event extends Input {}

    /** Begin to take part; the first input, and given once. */
    record Start() implements Event {}

    /** Time has passed; due when {@link Session#deadlineNanos} has come. */
    record Tick() implements Event {}

    /** Go down and stay so, by an operator's wish or because the session ends. */
    record Disable() implements Event {}

    /** Take part again after {@link Disable}. */
    record Enable() implements Event {}

    /** New settings by a reload: the session goes on, and agrees about new times by a poll. */
    record SettingsChanged(SessionSettings settings) implements Input {
        public SettingsChanged {
            Objects.requireNonNull(settings);
        }
    }
}
