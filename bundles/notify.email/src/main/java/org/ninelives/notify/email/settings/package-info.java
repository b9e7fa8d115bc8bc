/** What {@code global_defs} says about mail, checked and with all defaults filled in. */
package org.ninelives.notify.email.settings;
