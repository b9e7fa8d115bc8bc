/** What a configuration says about BFD sessions: grammar, rules between keywords, records. Pure. */
package org.ninelives.bfd.settings;
