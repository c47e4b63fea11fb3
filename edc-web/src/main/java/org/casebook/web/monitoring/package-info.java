/** Pages and entry endpoints of source data verification. */
package org.casebook.web.monitoring;
