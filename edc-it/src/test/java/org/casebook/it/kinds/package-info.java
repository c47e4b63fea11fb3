/** Every kind of item, with values written at random: the screen, the database, the trail and the exports must agree. */
package org.casebook.it.kinds;
