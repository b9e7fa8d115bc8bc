/** Programs that other bundles start: their groups, their users, and what they write. */
package org.ninelives.linux.program;
