/** Waiting for descriptors and deadlines by epoll(7). */
package org.ninelives.linux.poll;
