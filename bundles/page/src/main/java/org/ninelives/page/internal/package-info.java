/** What OSGi sees of the status page: the section of the configuration, and the beans of others. */
package org.ninelives.page.internal;
