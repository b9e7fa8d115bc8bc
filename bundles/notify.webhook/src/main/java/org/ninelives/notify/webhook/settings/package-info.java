/** The notify_webhook blocks of global_defs. */
package org.ninelives.notify.webhook.settings;
