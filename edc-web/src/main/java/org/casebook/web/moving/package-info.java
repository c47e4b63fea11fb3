/** Transfers of participants between sites, and what a site that was left keeps to read. */
package org.casebook.web.moving;
