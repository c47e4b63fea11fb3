/** Page and entry endpoints of trying a version by its test participants and releasing it. */
package org.casebook.web.acceptance;
