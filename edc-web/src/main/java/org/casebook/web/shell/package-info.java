/**
 * What every page shares: the place (study and site) that the address names, the person, the navigation, the words for
 * states, and the token that guards changes.
 */
package org.casebook.web.shell;
