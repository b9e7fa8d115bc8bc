package org.ninelives.testkit.fuzz;

/** A decoder under test: takes any bytes, and throws only if it has a defect. */
@FunctionalInterface
public interface FuzzTarget {

    void test(byte[] input);
}
