package org.updatable.capture.eclipselink;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ModifyAllQuery;
import org.eclipse.persistence.queries.ObjectLevelModifyQuery;
import org.eclipse.persistence.queries.StoredProcedureCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.updatable.capture.Capture;
import org.updatable.capture.CommitSlot;
import org.updatable.capture.Tables;
import org.updatable.model.LiveEntity;

/** Hears of each statement that the application writes itself: in JPQL, with criteria, in SQL, or as a procedure. */
final class StatementListener extends SessionEventAdapter {
    private final Tables tables;
    private final Capture capture;
    private final Predicate<AbstractSession> isInTransaction;
    private final Function<AbstractSession, CommitSlot> slots;

    /**
     * @param isInTransaction whether a session is in a transaction
     * @param slots the slot of a session's transaction
     */
    StatementListener(
            Tables tables,
            Capture capture,
            Predicate<AbstractSession> isInTransaction,
            Function<AbstractSession, CommitSlot> slots) {
        this.tables = tables;
        this.capture = capture;
        this.isInTransaction = isInTransaction;
        this.slots = slots;
    }

    @Override
    public void preExecuteQuery(SessionEvent event) {
        DatabaseQuery query = event.getQuery();
        if (query instanceof ModifyAllQuery all) touched(event, known -> changed(known, all, event.getSession()));
        else if (query.getDatasourceCall() instanceof StoredProcedureCall) touched(event, Tables::all);
        else if (query.isUserDefined() && query.isSQLCallQuery() && !(query instanceof ObjectLevelModifyQuery))
            touched(event, known -> known.changedBy(query.getSQLString()));
    }

    /** The transaction has a connection by now, of which its slot may learn. */
    @Override
    public void postExecuteQuery(SessionEvent event) {
        DatabaseQuery query = event.getQuery();
        AbstractSession session = (AbstractSession) event.getSession();
        boolean isOfTheApplication =
                query instanceof ModifyAllQuery || (query.isModifyQuery() && query.isUserDefined());
        if (!isOfTheApplication || !isInTransaction.test(session)) return;
        var unused = slots.apply(session);
    }

    private void touched(SessionEvent event, Function<Tables, Collection<LiveEntity>> statement) {
        AbstractSession session = (AbstractSession) event.getSession();
        if (isInTransaction.test(session)) capture.touched(() -> slots.apply(session), tables, statement);
        else capture.touchedNowOrLater(tables, statement);
    }

    /** The query itself learns of its descriptor only when it is prepared. */
    private static Set<LiveEntity> changed(Tables tables, ModifyAllQuery statement, Session session) {
        return tables.changedIn(
                Mapping.tables(session.getDescriptor(statement.getReferenceClass())), statement.isDeleteAllQuery());
    }
}
