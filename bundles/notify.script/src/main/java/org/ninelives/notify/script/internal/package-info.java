/** The services of this bundle. */
package org.ninelives.notify.script.internal;
