/** Feeds decoders with bytes from outside: a kept corpus, and damage done to it. */
package org.ninelives.testkit.fuzz;
