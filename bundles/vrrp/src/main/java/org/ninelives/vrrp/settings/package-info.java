/**
 * What {@code vrrp_instance} blocks ask for, as values: the grammar of the block, the rules that
 * tie its keywords together, and the settings records the engine runs by. Pure.
 */
package org.ninelives.vrrp.settings;
