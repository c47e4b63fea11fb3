/** What came of it, as tables, charts and files. */
package org.casebook.web.outcome;
