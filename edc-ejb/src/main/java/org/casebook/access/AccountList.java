package org.casebook.access;

import java.util.List;

/**
 * A page of accounts.
 *
 * @param total how many fit the search in all
 */
public record AccountList(List<AccountView> accounts, int total) {}
