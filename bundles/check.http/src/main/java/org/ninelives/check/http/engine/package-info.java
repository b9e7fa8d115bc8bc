/** One look at a web server: its pages, one connection after the other. */
package org.ninelives.check.http.engine;
