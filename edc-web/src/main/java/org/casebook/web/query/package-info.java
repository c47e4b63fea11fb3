/** Pages and entry endpoints of queries: the list that is worked off without leaving it, and what the form page asks. */
package org.casebook.web.query;
