/**
 * One line in the log for each attempt to change something: who, from where, what, and how it went.
 */
package org.ninelives.management.audit;
