/** The laws of the house as tests, and the shipped bundles in a container of their own. */
package org.ninelives.house;
