/** The command line, which is keepalived's, read as getopt_long reads it. */
package org.ninelives.launcher.options;
