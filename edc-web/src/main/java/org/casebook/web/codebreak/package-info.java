/** Pages of the emergency code break: asking for it, the treatment for one pair of eyes, the list of all that happened. */
package org.casebook.web.codebreak;
