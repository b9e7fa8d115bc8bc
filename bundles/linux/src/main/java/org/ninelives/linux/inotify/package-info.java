/** Changes of files, as inotify(7) tells them. */
package org.ninelives.linux.inotify;
