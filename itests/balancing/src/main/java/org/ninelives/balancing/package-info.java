/**
 * Load balancing in a throw-away kernel: tables of IPVS and traffic, beside those of keepalived.
 */
package org.ninelives.balancing;
