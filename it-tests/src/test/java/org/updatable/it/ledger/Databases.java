package org.updatable.it.ledger;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;

/**
 * Two databases of the application's own. The second one lives as long as a connection to it, and so as its pool:
 * WildFly takes what follows a semicolon in the address of a data source without JTA for a property of its class.
 */
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
        url = "jdbc:h2:mem:clippings",
        user = "sa",
        password = "",
        transactional = false)
public class Databases {}
