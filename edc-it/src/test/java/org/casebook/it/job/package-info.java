/** The whole job, from the first participant to the downloaded dataset, as people of two sites do it in a browser. */
package org.casebook.it.job;
