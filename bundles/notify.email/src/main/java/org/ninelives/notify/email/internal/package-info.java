/** Runs the outbox on threads, and brings mail into configuration and management. */
package org.ninelives.notify.email.internal;
