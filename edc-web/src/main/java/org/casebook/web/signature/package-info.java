/** Pages and entry endpoints of signing and locking. */
package org.casebook.web.signature;
