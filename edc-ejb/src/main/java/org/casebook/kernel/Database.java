package org.casebook.kernel;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * The one data source. The application's role has no right to change the schema; the launcher migrates as
 * owner before the application starts.
 *
 * <p>It is an EJB, since in an EJB module Payara reads this annotation from EJBs only; on another class
 * deployment ends with "Invalid resource".
 *
 * <p>Text parameters go out untyped so that they fit jsonb columns.
 */
@Singleton
@DataSourceDefinition(
        name = Database.JNDI,
        className = "org.postgresql.ds.PGConnectionPoolDataSource",
        url = "${ENV=EDC_DB_URL}",
        user = "${ENV=EDC_DB_USER}",
        password = "${ENV=EDC_DB_PASSWORD}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 30,
        properties = {"currentSchema=edc", "stringType=unspecified", "reWriteBatchedInserts=true", "tcpKeepAlive=true"})
public class Database {

    public static final String JNDI = "java:app/jdbc/casebook";
}
