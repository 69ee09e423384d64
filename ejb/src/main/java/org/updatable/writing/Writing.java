package org.updatable.writing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.updatable.Visible;
import org.updatable.change.PlainValue;
import org.updatable.model.LiveEntity;
import org.updatable.model.LiveProperty;
import org.updatable.writing.Outcome.Conflict;
import org.updatable.writing.Outcome.Done;
import org.updatable.writing.Outcome.Gone;
import org.updatable.writing.Outcome.Refused;

/** Creates, changes and deletes rows. */
@ApplicationScoped
public class Writing {
    private static final Logger LOG = System.getLogger("org.updatable");

    @Inject
    Transaction transaction;

    @Inject
    Instance<Validator> validators;

    /** Made by the container. */
    public Writing() {}

    /**
     * Creates a row.
     *
     * @param entity the entity
     * @param visible which fields may be written
     * @param data plain values, lists of them, and maps, by the names of fields; the id where the database does not make one
     * @return what came of it
     */
    public Outcome create(LiveEntity entity, Visible visible, Map<String, @Nullable Object> data) {
        return tried(entity, manager -> {
            Values values = new Values(entity, visible, manager);
            Object made;
            try {
                made = entity.make(values.id(data));
            } catch (Values.Impossible impossible) {
                return Refused.because("id", impossible.reason());
            } catch (IllegalStateException notMade) {
                LOG.log(Level.WARNING, "A client wanted to create what cannot be made.", notMade);
                return Refused.because(Refused.ROW, "A row of this model cannot be made.");
            }
            Outcome refused = set(values, made, data);
            if (refused != null) return refused;
            manager.persist(made);
            manager.flush();
            return new Done(entity.rowOf(made).orElseThrow().id());
        });
    }

    /**
     * Changes a row.
     *
     * @param entity the entity
     * @param visible which fields may be written
     * @param id the row's id as text
     * @param data what is to be otherwise; with the version that the client has seen, it is not to be overwritten by others
     * @return what came of it
     */
    public Outcome change(LiveEntity entity, Visible visible, String id, Map<String, @Nullable Object> data) {
        return tried(entity, manager -> {
            Object row = find(entity, id, manager);
            if (row == null) return new Gone();
            if (isOther(entity, row, data)) return new Conflict();
            Outcome refused = set(new Values(entity, visible, manager), row, data);
            if (refused != null) return refused;
            manager.flush();
            return new Done(id);
        });
    }

    /**
     * Deletes a row.
     *
     * @param entity the entity
     * @param id the row's id as text
     * @param data the version that the client has seen, or nothing
     * @return what came of it
     */
    public Outcome delete(LiveEntity entity, String id, Map<String, @Nullable Object> data) {
        return tried(entity, manager -> {
            Object row = find(entity, id, manager);
            if (row == null) return new Gone();
            if (isOther(entity, row, data)) return new Conflict();
            manager.remove(row);
            manager.flush();
            return new Done(id);
        });
    }

    /** Whatever the database says against it is the client's to hear, in general words: it may say too much. */
    private Outcome tried(LiveEntity entity, Function<EntityManager, Outcome> work) {
        try {
            return transaction.run(() -> {
                EntityManager manager = entity.unit().createEntityManager();
                try {
                    return work.apply(manager);
                } finally {
                    manager.close();
                }
            });
        } catch (RuntimeException failed) {
            if (isCausedBy(failed, OptimisticLockException.class)) return new Conflict();
            if (!isCausedBy(failed, PersistenceException.class)) throw failed;
            LOG.log(Level.DEBUG, "The database did not take what a client wanted to write.", failed);
            return Refused.because(Refused.ROW, "The database does not take this.");
        }
    }

    private static boolean isCausedBy(Throwable failed, Class<? extends Throwable> type) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) if (type.isInstance(cause)) return true;
        return false;
    }

    private static @Nullable Object find(LiveEntity entity, String id, EntityManager manager) {
        List<Object> values = entity.id().values(id).orElse(List.of());
        if (values.isEmpty()) return null;
        CriteriaBuilder build = manager.getCriteriaBuilder();
        CriteriaQuery<Object> query = build.createQuery();
        Root<?> root = query.from(entity.javaType());
        List<Predicate> equal = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Path<?> path = root;
            for (String name : entity.id().paths().get(i)) path = path.get(name);
            equal.add(build.equal(path, values.get(i)));
        }
        query.select(root).where(equal.toArray(Predicate[]::new));
        return manager.createQuery(query).getResultList().stream().findFirst().orElse(null);
    }

    private static boolean isOther(LiveEntity entity, Object row, Map<String, @Nullable Object> data) {
        return entity.version()
                .filter(data::containsKey)
                .filter(name -> !PlainValue.text(entity.versionOf(row)).equals(PlainValue.text(data.get(name))))
                .isPresent();
    }

    private @Nullable Outcome set(Values values, Object row, Map<String, @Nullable Object> data) {
        Map<String, List<String>> reasons = new HashMap<>();
        for (Map.Entry<String, @Nullable Object> one : values.flat(data).entrySet()) {
            try {
                LiveProperty property = values.property(one.getKey(), row);
                if (property != null) property.set(row, values.of(property, one.getValue()));
            } catch (Values.Impossible impossible) {
                reasons.put(one.getKey(), List.of(impossible.reason()));
            }
        }
        if (reasons.isEmpty()) violations(row, reasons);
        return reasons.isEmpty() ? null : new Refused(reasons);
    }

    private void violations(Object row, Map<String, List<String>> reasons) {
        if (!validators.isResolvable()) return;
        for (ConstraintViolation<Object> violation : validators.get().validate(row)) {
            String path = violation.getPropertyPath().toString();
            reasons.computeIfAbsent(path.isEmpty() ? Refused.ROW : path, first -> new ArrayList<>())
                    .add(violation.getMessage());
        }
    }
}
