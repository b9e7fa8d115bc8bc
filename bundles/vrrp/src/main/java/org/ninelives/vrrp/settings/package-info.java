/**
 * What a configuration says about VRRP, as values: the grammar of its blocks, the rules that tie
 * their keywords together, and the settings records the engine runs by. Pure.
 */
package org.ninelives.vrrp.settings;
