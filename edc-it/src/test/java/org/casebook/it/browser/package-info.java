/** People at their browsers, through the running system. */
package org.casebook.it.browser;
