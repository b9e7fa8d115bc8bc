/** Work done in other network namespaces than the own one. */
package org.ninelives.linux.namespace;
