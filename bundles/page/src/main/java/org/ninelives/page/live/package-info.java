/** Looks at what there is while somebody watches, and tells them what has changed. */
package org.ninelives.page.live;
