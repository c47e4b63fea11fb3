/** What REST clients share: the application at {@code /api}, its errors, and who a token is. */
package org.casebook.web.api;
