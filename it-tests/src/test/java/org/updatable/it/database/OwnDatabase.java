package org.updatable.it.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * A database of an application's own, instead of the server's.
 *
 * <p>On Payara Micro's default data source a transaction inside another one gets the connection of the outer one: what
 * it commits is lost when the outer one rolls back. On a data source that the application defines it is not.
 */
@Singleton
@DataSourceDefinition(
        name = OwnDatabase.NAME,
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:own;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "")
public class OwnDatabase {
    /** Where the application finds it. */
    public static final String NAME = "java:app/jdbc/own";
}
