/** Posts events to web servers. */
package org.ninelives.notify.webhook.internal;
