package org.ninelives.metrics.families;

import org.ninelives.testkit.FakeBeans;

/** A world of beans that answer what they are told to. */
public final class FakeWorld extends FakeBeans implements World {}
