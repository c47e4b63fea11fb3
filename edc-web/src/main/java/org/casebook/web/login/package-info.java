/**
 * Login and logout through Keycloak, bearer tokens for {@code /api}, and who acts in this request.
 *
 * <p>Pages use the session of the code flow; {@code /api} uses a bearer token only, the cookie counts for nothing there;
 * {@code /entry} uses the session and the CSRF token and never answers with a redirect.
 */
package org.casebook.web.login;
