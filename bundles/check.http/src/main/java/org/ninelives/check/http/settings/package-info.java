/** What a configuration says about fetching pages, read into requests and expectations; pure. */
package org.ninelives.check.http.settings;
