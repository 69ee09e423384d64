package org.updatable.it.bench.delays;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/** The database in memory. Where the other one is, only who starts it knows. */
@Singleton
@DataSourceDefinition(
        name = "java:app/jdbc/h2",
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:notes;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "")
public class Memory {}
