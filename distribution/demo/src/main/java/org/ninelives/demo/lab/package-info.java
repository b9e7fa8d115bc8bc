/**
 * A small network in throw-away namespaces, with daemons on its hosts and a client that measures.
 *
 * <pre>
 *    node-a          node-b          client        one namespace each, with an eth0
 *      |eth0           |eth0           |eth0
 *   ---+---------------+---------------+---        a bridge in a namespace of its own
 * </pre>
 */
package org.ninelives.demo.lab;
