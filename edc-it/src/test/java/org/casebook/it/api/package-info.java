/** REST by real tokens, against the running system. */
package org.casebook.it.api;
