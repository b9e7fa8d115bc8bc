package org.ninelives.labs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that is run for Ninelives with Ninelives, and with keepalived in either role. */
@ParameterizedTest(name = "{0}")
@MethodSource("org.ninelives.labs.Pairing#shown")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface EachPairing {}
