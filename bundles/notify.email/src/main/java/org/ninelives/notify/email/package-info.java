/** Mail about what happens. */
package org.ninelives.notify.email;
