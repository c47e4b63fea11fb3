/** A data source that fails at a statement of one's choice; it takes the place of the driver's in the application under test. */
package org.casebook.it.faults;
