package org.ninelives.balancing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A class of tests for a kernel with IPVS: skipped, with the reason, in any other. */
@Tag("lab")
@ExtendWith(IpvsNeeds.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface IpvsTest {}
