/** The keyword of the status page. */
package org.ninelives.page.settings;
