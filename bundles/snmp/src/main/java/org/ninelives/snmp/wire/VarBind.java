package org.ninelives.snmp.wire;

/** A variable and its value. */
public record VarBind(Oid name, Value value) {}
