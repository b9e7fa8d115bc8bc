/**
 * What every implementation of the ports must do. Each contract is an abstract test class; the
 * fakes run it in this module, the kernel runs it in the linux bundle.
 */
package org.ninelives.testkit.contract;
