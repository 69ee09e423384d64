package org.updatable.capture.postgres;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.updatable.capture.Database;

/**
 * A PostgreSQL, and how to reach it past every pool.
 *
 * @param url its JDBC address
 * @param properties who connects, and how
 * @param driver makes connections
 */
record Server(String url, Properties properties, Driver driver) {
    private static final String PRODUCT = "PostgreSQL";
    private static final String DRIVER = "org.postgresql.Driver";

    /** What pgjdbc takes no longer than, in seconds. */
    private static final String PATIENCE = "10";

    /**
     * What a data source tells of its database.
     *
     * @param url its JDBC address, as the driver says it
     * @param user who connects
     * @param driver its driver, which may be where only the data source sees it
     */
    record Source(String url, String user, Driver driver) {}

    /**
     * What the database of a unit tells of itself.
     *
     * @param database the unit's
     * @return empty when it is no PostgreSQL
     * @throws SQLException when it cannot be reached
     */
    static Optional<Source> source(Database database) throws SQLException {
        if (!PRODUCT.equals(product(database))) return Optional.empty();
        Source[] found = {null};
        database.lend(connection -> {
            found[0] = new Source(
                    connection.getMetaData().getURL(), connection.getMetaData().getUserName(), driver(connection));
        });
        return Optional.ofNullable(found[0]);
    }

    /** What the database of a unit is called: a brand. */
    static String product(Database database) throws SQLException {
        String[] found = {""};
        database.lend(connection -> found[0] = connection.getMetaData().getDatabaseProductName());
        return found[0];
    }

    /** How it is reached, as who, and with which password. Each may be part of the address instead. */
    static Server of(String url, Optional<String> user, Optional<String> password, Driver driver) {
        Properties properties = new Properties();
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret));
        properties.setProperty("ApplicationName", "updatable");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", PATIENCE);
        properties.setProperty("loginTimeout", PATIENCE);
        properties.setProperty("socketTimeout", PATIENCE);
        return new Server(url, properties, driver);
    }

    /**
     * Takes over what the driver knows of a data source's properties: that may be how it is to be encrypted. Data sources write
     * some names with other capitals.
     *
     * @param property a name, an equals sign and a value
     */
    void add(String property) throws SQLException {
        String[] parts = property.split("=", 2);
        for (DriverPropertyInfo known : driver.getPropertyInfo(url, new Properties()))
            if (parts.length == 2 && known.name.equalsIgnoreCase(parts[0].strip()))
                properties.putIfAbsent(known.name, parts[1].strip());
    }

    /** A connection of our own. */
    Connection connect() throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) throw new SQLException("This is no address of PostgreSQL: " + withoutSecrets());
        return connection;
    }

    /** The address, as it may be logged. */
    String withoutSecrets() {
        return url.replaceAll("(?i)(password=)[^&]*", "$1***").replaceAll("//[^/@]*@", "//");
    }

    /** The application need not see the driver: a server may keep it in a module of its own. */
    private static Driver driver(Connection lent) throws SQLException {
        Connection own = lent.isWrapperFor(Connection.class) ? lent.unwrap(Connection.class) : lent;
        for (Object ofDriver : new Object[] {own, lent.getMetaData().getConnection(), lent.getMetaData()}) {
            ClassLoader loader = ofDriver.getClass().getClassLoader();
            try {
                if (loader != null
                        && Class.forName(DRIVER, false, loader)
                                        .getDeclaredConstructor()
                                        .newInstance()
                                instanceof Driver driver) return driver;
            } catch (ReflectiveOperationException notThere) {
                // a class of the server's pool
            }
        }
        return DriverManager.getDriver(lent.getMetaData().getURL());
    }
}
