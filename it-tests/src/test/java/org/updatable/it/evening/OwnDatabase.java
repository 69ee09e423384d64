package org.updatable.it.evening;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/** Its rows have the same ids as the first newspaper's, and so its groups the same names. */
@Singleton
@DataSourceDefinition(
        name = OwnDatabase.NAME,
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:evening;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "")
public class OwnDatabase {
    /** Where the application finds it. */
    public static final String NAME = "java:app/jdbc/evening";
}
