package org.ninelives.api.check;

/**
 * A check to be made for a server.
 *
 * @param suspended whether it rests for now, and keeps its standing
 */
public record CheckAssignment(CheckKey key, Check check, boolean suspended) {}
