/** What only the demonstration has: a clock that its loader may set back for its own requests. */
package org.casebook.web.demo;
