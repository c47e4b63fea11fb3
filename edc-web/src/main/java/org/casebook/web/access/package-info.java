/** Pages and their endpoints for accounts and grants. */
package org.casebook.web.access;
