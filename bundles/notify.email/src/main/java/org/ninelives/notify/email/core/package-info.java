/** Which event makes which mail, and what becomes of a mail until it is taken or given up; pure. */
package org.ninelives.notify.email.core;
