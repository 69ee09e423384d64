package org.updatable.capture.eclipselink;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ModifyAllQuery;
import org.eclipse.persistence.queries.ObjectLevelModifyQuery;
import org.eclipse.persistence.queries.StoredProcedureCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;
import org.updatable.capture.Capture;
import org.updatable.capture.CommitSlot;
import org.updatable.capture.Tables;
import org.updatable.model.LiveEntity;

/** Hears of each statement that the application writes itself: in JPQL, with criteria, in SQL, or as a procedure. */
final class StatementListener extends SessionEventAdapter {
    private final Tables tables;
    private final Capture capture;
    private final Function<AbstractSession, @Nullable CommitSlot> slots;

    /** @param slots the slot of a session's transaction; null when it has none */
    StatementListener(Tables tables, Capture capture, Function<AbstractSession, @Nullable CommitSlot> slots) {
        this.tables = tables;
        this.capture = capture;
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
        if (!event.getQuery().isModifyQuery() || !event.getQuery().isUserDefined()) return;
        var unused = slots.apply((AbstractSession) event.getSession());
    }

    private void touched(SessionEvent event, Function<Tables, Collection<LiveEntity>> statement) {
        CommitSlot slot = slots.apply((AbstractSession) event.getSession());
        if (slot == null) capture.touchedNowOrLater(tables, statement);
        else capture.touched(() -> slot, tables, statement);
    }

    /** The query itself learns of its descriptor only when it is prepared. */
    private static Set<LiveEntity> changed(Tables tables, ModifyAllQuery statement, Session session) {
        return tables.changedIn(
                Mapping.tables(session.getDescriptor(statement.getReferenceClass())), statement.isDeleteAllQuery());
    }
}
