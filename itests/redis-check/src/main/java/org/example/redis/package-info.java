/** A checker that is no part of the product. */
package org.example.redis;
