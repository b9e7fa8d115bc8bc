/**
 * A machine made of plain objects: the ports of {@code org.ninelives.api.system} without kernel,
 * thread or clock.
 *
 * <pre>
 *   FakeLan            time, and the wires between machines: links of the same name are one wire
 *     └ FakeMachine    interfaces, addresses, what was done to them (Deed), what is refused
 *         └ FakeLoop   takes turns when the LAN's time is advanced
 * </pre>
 */
package org.ninelives.testkit;
