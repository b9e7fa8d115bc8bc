/** What a webhook is told, and how often a telling is tried; pure. */
package org.ninelives.notify.webhook.core;
