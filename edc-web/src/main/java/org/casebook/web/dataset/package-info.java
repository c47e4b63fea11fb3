/** The page of datasets: what a release holds, what still blocks the lock, and the releases kept. */
package org.casebook.web.dataset;
