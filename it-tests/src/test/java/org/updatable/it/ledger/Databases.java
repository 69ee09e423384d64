package org.updatable.it.ledger;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

@Singleton
@DataSourceDefinition(
        name = "java:app/jdbc/ledger",
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:ledger;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "")
@DataSourceDefinition(
        name = "java:app/jdbc/clippings",
        className = "org.h2.jdbcx.JdbcDataSource",
        url = "jdbc:h2:mem:clippings;DB_CLOSE_DELAY=-1",
        user = "sa",
        password = "",
        transactional = false)
public class Databases {}
