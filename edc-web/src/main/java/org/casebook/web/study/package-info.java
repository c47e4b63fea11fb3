/** Pages of studies: which there are, loading one, and what it plans. */
package org.casebook.web.study;
