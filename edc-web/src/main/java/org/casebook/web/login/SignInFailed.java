package org.casebook.web.login;

/** The page that says that a login did not succeed. */
final class SignInFailed {

    static final String PATH = "/sign-in-failed.xhtml";

    private SignInFailed() {}
}
