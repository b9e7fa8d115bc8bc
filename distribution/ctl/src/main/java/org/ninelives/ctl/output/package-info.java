/** What people and programs read: tables, durations, JSON. */
package org.ninelives.ctl.output;
