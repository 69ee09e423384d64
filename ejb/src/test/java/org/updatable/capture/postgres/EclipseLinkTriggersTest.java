package org.updatable.capture.postgres;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.updatable.capture.eclipselink.EclipseLinkChangeSource;
import org.updatable.model.Provider;

class EclipseLinkTriggersTest extends TriggersContract {
    EclipseLinkTriggersTest() throws SQLException {
        super(Provider.ECLIPSELINK, new EclipseLinkChangeSource());
    }

    @Override
    void unseen(EntityManager manager, String sql) {
        try (Statement statement = manager.unwrap(Connection.class).createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
