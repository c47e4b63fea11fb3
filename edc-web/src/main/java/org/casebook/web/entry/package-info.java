/**
 * What the scripts of our pages call: small JSON endpoints at {@code /entry}, with session cookie and CSRF token (the
 * login's filter guards every one of them). They add nothing to the boundaries but shape.
 */
package org.casebook.web.entry;
