package org.casebook.runtime.demo;

import java.nio.file.Path;

/**
 * The running system that is filled.
 *
 * @param application public address without a closing slash
 * @param issuer address of Keycloak's realm
 * @param clockKey opens the clock header; null where times cannot be set back
 * @param studies folder of study files
 */
public record Target(String application, String issuer, String clockKey, Path studies) {}
