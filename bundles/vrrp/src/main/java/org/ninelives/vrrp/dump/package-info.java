/** Virtual routers as keepalived's dumps word them: text and JSON; pure. */
package org.ninelives.vrrp.dump;
