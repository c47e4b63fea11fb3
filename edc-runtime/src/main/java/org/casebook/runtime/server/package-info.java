/** What runs inside the application's own process: it turns Payara Micro into a server that takes an EAR. */
package org.casebook.runtime.server;
