/** The runner of scripts as a service, and what the configuration says about all scripts. */
package org.ninelives.script.internal;
