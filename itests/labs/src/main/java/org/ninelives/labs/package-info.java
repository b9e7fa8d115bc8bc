/** Real routers on a real wire: throw-away network namespaces, the daemons in them, and ears. */
package org.ninelives.labs;
