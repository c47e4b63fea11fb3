/** Runs inside the application: the whole package is deployed with it as a second web module. */
package org.casebook.it.container;
