package org.updatable.it.bench.parts;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/** The database, in memory: what remains of a transaction's time is the server's and ours. */
@Singleton
@DataSourceDefinition(
        name = "java:app/jdbc/parts",
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:parts;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "")
public class Storage {}
