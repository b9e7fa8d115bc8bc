/** What browsers ask for, and who may. */
package org.ninelives.page.site;
