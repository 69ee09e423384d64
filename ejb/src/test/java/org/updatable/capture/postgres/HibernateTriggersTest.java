package org.updatable.capture.postgres;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;
import org.updatable.capture.hibernate.HibernateChangeSource;
import org.updatable.model.Provider;

class HibernateTriggersTest extends TriggersContract {
    HibernateTriggersTest() throws SQLException {
        super(Provider.HIBERNATE, new HibernateChangeSource());
    }

    @Override
    void unseen(EntityManager manager, String sql) {
        manager.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }
}
