/** What the status page shows, as rows of JSON. */
package org.ninelives.page.rows;
