package org.updatable.it.chaos;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import org.updatable.present.Moment;

/** When it is told to, it lets nothing be read as it was at one moment: then it is read one after the other. */
@Alternative
@Priority(1)
@ApplicationScoped
public class Eternity extends Moment {
    private volatile boolean passes;

    void passes(boolean now) {
        passes = now;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void read(Work work) throws SQLException {
        if (passes) throw new SQLException("There is no moment.");
        super.read(work);
    }
}
