package org.casebook.web.shell;

/**
 * One line of the navigation.
 *
 * @param icon PrimeIcons name without {@code pi-}
 * @param current {@code page} when the shown page belongs to it, else null (no attribute is drawn)
 */
public record NavEntry(String href, String icon, String label, String current) {}
