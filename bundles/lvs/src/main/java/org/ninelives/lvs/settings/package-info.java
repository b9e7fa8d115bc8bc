/** What the configuration says about load balancing, read into records. Pure. */
package org.ninelives.lvs.settings;
